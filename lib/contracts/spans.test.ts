import fc from "fast-check";
import { expect, test } from "vitest";
import { readSpans, writeSpans } from "./spans.ts";

test("days and spans in one line, as people write them", () => {
  const read = [
    { from: "2026-12-21", to: "2027-01-02" },
    { from: "2027-04-02", to: "2027-04-02" },
  ];
  expect(readSpans("2026-12-21 to 2027-01-02, 2027-04-02")).toEqual(read);
  expect(readSpans(" 2026-12-21 – 2027-01-02;\n2027-04-02 ,")).toEqual(read);
  expect(readSpans("")).toEqual([]);
});

test("what is no day is named", () => {
  expect(readSpans("2026-12-21, Christmas")).toMatch(/^“Christmas” is no day/);
  expect(readSpans("2026-02-30")).toMatch(/^“2026-02-30” is no day/);
  expect(readSpans("2026-12-21 to 2026-12-20")).toMatch(/ends before it begins/);
});

test("what is written is read again", () => {
  const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
  const span = fc.tuple(day, fc.nat(60)).map(([from, days]) => ({
    from: from.toISOString().slice(0, 10),
    to: new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10),
  }));
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      expect(readSpans(writeSpans(spans))).toEqual(spans);
    }),
  );
});
