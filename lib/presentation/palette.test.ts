import { describe, expect, it } from "vitest";
import { LAYERS } from "#lib/catalog/framework.ts";
import { contrastRatio, relativeLuminance } from "./contrast.ts";
import { DARK, LEVELS_WORST_FIRST, LIGHT, type Palette } from "./palette.ts";

const TEXT = 4.5;
const MARK = 3;

/** Every surface that text or a mark is set on. */
function surfacesOf(palette: Palette): [string, string][] {
  return [
    ["surface", palette.surface],
    ["sunken", palette.sunken],
    ...LAYERS.map((layer): [string, string] => [`depth ${layer}`, palette.depths[layer]]),
    ...LEVELS_WORST_FIRST.map((level): [string, string] => [`tint ${level}`, palette.levels[level].tint]),
  ];
}

describe("contrast ratio", () => {
  it("is 21 for black on white and 1 for a colour on itself", () => {
    expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrastRatio("#0F5C8C", "#0F5C8C")).toBe(1);
  });

  it("gives the published value for #767676 on white", () => {
    expect(contrastRatio("#767676", "#FFFFFF")).toBeCloseTo(4.54, 2);
  });

  it("refuses what is not a hex colour", () => {
    expect(() => contrastRatio("#fff", "#000000")).toThrow("#fff");
  });
});

describe.each([
  ["light", LIGHT],
  ["dark", DARK],
])("the %s palette", (_name, palette) => {
  it.each(surfacesOf(palette))("carries ink text on %s", (_surface, colour) => {
    expect(contrastRatio(palette.ink, colour)).toBeGreaterThanOrEqual(TEXT);
  });

  it.each(surfacesOf(palette).slice(0, 4))("carries muted text on %s", (_surface, colour) => {
    expect(contrastRatio(palette.muted, colour)).toBeGreaterThanOrEqual(TEXT);
  });

  it("carries links on surface and sunken, and text on the accent", () => {
    expect(contrastRatio(palette.accent, palette.surface)).toBeGreaterThanOrEqual(TEXT);
    expect(contrastRatio(palette.accent, palette.sunken)).toBeGreaterThanOrEqual(TEXT);
    expect(contrastRatio(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(TEXT);
  });

  it.each(LEVELS_WORST_FIRST)(
    "shows the mark of %s on surface, sunken, its own tint and the two shallow depths",
    (level) => {
      const { mark, tint } = palette.levels[level];
      for (const under of [palette.surface, palette.sunken, tint, palette.depths.cloud, palette.depths.cluster]) {
        expect(contrastRatio(mark, under)).toBeGreaterThanOrEqual(MARK);
      }
    },
  );

  it("shows rules, focus, soundings and the hatch on surface and sunken", () => {
    for (const mark of [palette.rule, palette.focus, palette.hatch, ...Object.values(palette.soundings)]) {
      expect(contrastRatio(mark, palette.surface)).toBeGreaterThanOrEqual(MARK);
      expect(contrastRatio(mark, palette.sunken)).toBeGreaterThanOrEqual(MARK);
    }
  });

  it("orders levels by strength against the page, so that grey tells them apart", () => {
    const strengths = LEVELS_WORST_FIRST.map((level) => contrastRatio(palette.levels[level].mark, palette.surface));
    for (let i = 1; i < strengths.length; i++) expect(strengths[i - 1] ?? 0).toBeGreaterThan((strengths[i] ?? 0) * 1.2);
  });

  it("orders the depths from shallow to deep by luminance", () => {
    const luminances = LAYERS.map((layer) => relativeLuminance(palette.soundings[layer]));
    const sorted = luminances.toSorted((a, b) => (palette === LIGHT ? b - a : a - b));
    expect(luminances).toEqual(sorted);
    expect(new Set(Object.values(palette.depths)).size).toBe(4);
  });
});
