import { expect, test } from "vitest";
import { capacityInput, fieldOf, memberField } from "./capacity-input.ts";

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
  expect(capacityInput(fields)).toMatchObject({ afresh: true });
});

test("people and closed days are read, and what is no day is named by its field", () => {
  const fields = new FormData();
  fields.set("startsOn", "2027-02-01");
  fields.set("closed", "2027-05-01");
  fields.set(memberField("new2", "name"), " Ada ");
  fields.set(memberField("new2", "skill"), "security");
  fields.set(memberField("new2", "days"), "2.5");
  fields.set(memberField("new2", "away"), "2027-03-01 to 2027-03-12");
  expect(capacityInput(fields)).toMatchObject({
    team: {
      people: [{ name: "Ada", skill: "security", daysPerWeek: 2.5, away: [{ from: "2027-03-01", to: "2027-03-12" }] }],
      closed: [{ from: "2027-05-01", to: "2027-05-01" }],
    },
  });
  fields.set("closed", "Easter");
  fields.set(memberField("new2", "name"), "");
  expect(capacityInput(fields)).toEqual({
    misread: { closed: expect.stringContaining("“Easter”"), [memberField("new2", "name")]: "Enter a name" },
  });
});
