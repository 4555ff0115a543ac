import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  daysBetween,
  formatDate,
  formatPeriod,
  formatQuarter,
  formatTime,
  formatWeeks,
  startOfWeek,
  weekOfRoadmap,
} from "./dates.ts";

describe("dates", () => {
  it("reads dates and times as UTC, whatever zone they were written in", () => {
    expect(formatDate("2027-02-03")).toBe("3 Feb 2027");
    expect(formatDate("2027-02-03T23:30:00-02:00")).toBe("4 Feb 2027");
    expect(formatDate("2027-02-03T23:30:00")).toBe("3 Feb 2027");
    expect(formatTime("2027-02-03T14:05:59Z")).toBe("3 Feb 2027, 14:05 UTC");
  });

  it("refuses what is not a date", () => {
    expect(() => formatDate("next week")).toThrow("next week");
    expect(() => formatDate("2027-13-40")).toThrow("2027-13-40");
  });

  it("writes the year of a period once when it does not change", () => {
    expect(formatPeriod("2027-02-03", "2027-05-04")).toBe("3 Feb – 4 May 2027");
    expect(formatPeriod("2027-11-03", "2028-02-01")).toBe("3 Nov 2027 – 1 Feb 2028");
  });

  it("adds days across months, years and leap days, and takes them away again", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(startOfWeek("2027-02-01", 3)).toBe("2027-02-15");
    const dates = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        const iso = date.toISOString().slice(0, 10);
        return addDays(addDays(iso, days), -days) === iso && daysBetween(iso, addDays(iso, days)) === days;
      }),
    );
  });

  it("names weeks and quarters", () => {
    expect([formatWeeks(3, 3), formatWeeks(3, 5), formatQuarter(2)]).toEqual(["Week 3", "Weeks 3–5", "Q2"]);
    expect([weekOfRoadmap(1, 1), weekOfRoadmap(4, 13)]).toEqual([1, 52]);
  });
});
