import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { reportFixture } from "#lib/report/report.fixture.ts";
import { literal } from "./literal.ts";
import { textWidth, withGlyphs } from "./measure-text.ts";
import { type Pen, takePen } from "./pen.ts";
import { openDocument } from "./report-document.ts";
import { TYPE } from "./type-scale.ts";
import { fitText, wrapText } from "./wrap-text.ts";

let pen: Pen;

beforeAll(async () => {
  const model = reportFixture();
  pen = takePen(await openDocument(model), model);
});

const withoutSpaces = (text: string) => text.replaceAll(" ", "");

describe("breaking text into lines", () => {
  it("loses nothing and never exceeds the width", () => {
    const words = fc
      .array(fc.string({ unit: "grapheme", maxLength: 60 }), { maxLength: 20 })
      .map((all) => all.join(" "));
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 400 }), (text, width) => {
        const lines = wrapText(pen, text, TYPE.small, width);
        expect(withoutSpaces(lines.join(""))).toBe(withoutSpaces(literal(text)));
        for (const line of lines) expect(textWidth(pen, line, TYPE.small)).toBeLessThanOrEqual(width * 1.02 + 0.5);
      }),
      { numRuns: 200 },
    );
  });

  it("breaks a word of a hundred thousand characters within a second", () => {
    const start = performance.now();
    const lines = wrapText(pen, "x".repeat(100_000), TYPE.small, 200);
    expect(lines.join("")).toHaveLength(100_000);
    expect(lines.length).toBeGreaterThan(1000);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it("says where it cut: the last of the allowed lines ends in an ellipsis", () => {
    const lines = wrapText(pen, "one two three four five six seven eight nine ten".repeat(9), TYPE.small, 80, 3);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/…$/);
    expect(wrapText(pen, "short", TYPE.small, 80, 3)).toEqual(["short"]);
    expect(fitText(pen, "a".repeat(100_000), TYPE.small, 60)).toMatch(/^a+…$/);
  });

  it("breaks paths where people would", () => {
    const [first] = wrapText(pen, "spec.template.spec.containers[0].securityContext.privileged", TYPE.code, 120);
    expect(first).toMatch(/[.[\]]$/);
  });

  it("has no lines for nothing", () => {
    expect(wrapText(pen, " \n\t", TYPE.small, 100)).toEqual([]);
  });
});

describe("characters that the face cannot draw", () => {
  it("are replaced one by one, the others stay", () => {
    expect(withGlyphs(pen, "Bank 日本 Żółw Банк 😀", "sans")).toBe("Bank ◌◌ Żółw Банк ◌");
  });
});
