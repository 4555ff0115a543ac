import { expect, test } from "vitest";
import { standingOfItem, usualEnd, wrongDays } from "./validity.ts";

const withdrawn = { by: "Ada", at: "2027-01-05T00:00:00Z", reason: "of another cluster" };

test("an item speaks on its last day and has ended on the next", () => {
  expect(standingOfItem({ validUntil: "2027-03-01", withdrawn: null }, "2027-03-01")).toBe("valid");
  expect(standingOfItem({ validUntil: "2027-03-01", withdrawn: null }, "2027-03-02")).toBe("ended");
  expect(standingOfItem({ validUntil: "2027-03-01", withdrawn }, "2027-02-01")).toBe("withdrawn");
});

test("the usual end lies 90 days after the observation, over the end of February too", () => {
  expect(usualEnd("2027-01-01")).toBe("2027-04-01");
  expect(usualEnd("2028-01-01")).toBe("2028-03-31");
});

test("days that do not fit are named by their field", () => {
  const of = (observedOn: string, validUntil: string) => wrongDays({ observedOn, validUntil }, "2027-01-10")?.field;
  expect(of("2027-01-10", "2027-04-10")).toBeUndefined();
  expect(of("2027-01-11", "2027-04-10")).toBeUndefined();
  expect(of("2027-01-12", "2027-04-10")).toBe("observedOn");
  expect(of("1999-12-31", "2027-04-10")).toBe("observedOn");
  expect(of("2027-01-10", "2027-01-09")).toBe("validUntil");
  expect(of("2027-01-10", "2029-02-01")).toBe("validUntil");
});
