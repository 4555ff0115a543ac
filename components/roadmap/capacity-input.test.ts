import { expect, test } from "vitest";
import { capacityInput, fieldOf } from "./capacity-input.ts";

test("the form becomes days by skill and quarter; an empty field is nobody there", () => {
  const fields = new FormData();
  fields.set("startsOn", "2027-02-01");
  fields.set(fieldOf("platform", 0), "45");
  fields.set(fieldOf("platform", 3), "12.5");
  fields.set(fieldOf("cloud", 1), "");
  expect(capacityInput(fields)).toEqual({
    afresh: false,
    startsOn: "2027-02-01",
    capacity: { platform: [45, 0, 0, 12.5], security: [0, 0, 0, 0], application: [0, 0, 0, 0], cloud: [0, 0, 0, 0] },
  });
  fields.set("afresh", "yes");
  expect(capacityInput(fields).afresh).toBe(true);
});
