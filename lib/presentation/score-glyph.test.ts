import { describe, expect, it } from "vitest";
import { layOutScoreGlyph } from "./score-glyph.ts";

const score = (low: number, high: number) => ({ low, high, coverage: 0.5, weight: 10 });

describe("own and assured as one glyph", () => {
  it("sets own above assured on one scale, without overlap", () => {
    const glyph = layOutScoreGlyph(score(60, 80), score(40, 50), 200, 16);
    expect(glyph.own).toMatchObject({ y: 0, solid: 120, bandFrom: 120, bandTo: 160 });
    expect(glyph.assured).toMatchObject({ solid: 80, bandTo: 100 });
    expect(glyph.assured?.y).toBeGreaterThan(glyph.own?.height ?? 0);
  });

  it("draws no track where nothing applies, and stays on its scale", () => {
    const glyph = layOutScoreGlyph({ ...score(0, 0), weight: 0 }, score(-5, 140), 100, 10);
    expect(glyph.own).toBeNull();
    expect(glyph.assured).toMatchObject({ solid: 0, bandTo: 100 });
  });
});
