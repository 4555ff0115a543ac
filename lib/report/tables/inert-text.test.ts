import fc from "fast-check";
import { expect, test } from "vitest";
import { inertText, liveText } from "./inert-text.ts";

const ATTACKS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"];

test("F01 nothing that opens a formula is left at the start, and it comes back as it was", () => {
  for (const attack of ATTACKS) {
    expect(inertText(attack)).toBe(`'${attack}`);
    expect(liveText(inertText(attack))).toBe(attack);
  }
  expect(["web", "", "'web'", "a=b"].map(inertText)).toEqual(["web", "", "'web'", "a=b"]);
});

test("F01 any text survives the way there and back", () => {
  const pieces = fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", "＝", "a", " ", '"', ",");
  const text = fc.oneof(
    fc.string(),
    fc.array(pieces).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(text, (each) => {
      expect(liveText(inertText(each))).toBe(each);
      expect(inertText(each)).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
    }),
    { numRuns: 2_000 },
  );
});
