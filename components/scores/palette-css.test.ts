import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DARK, LIGHT, type Palette } from "#lib/presentation/palette.ts";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const [light = "", dark = ""] = (css.match(/:root \{([\s\S]*?)\n\}/)?.[1] ?? "").split("@variant dark");

function tokensOf(palette: Palette): [name: string, colour: string][] {
  const plain = Object.entries(palette).flatMap(([name, colour]): [string, string][] =>
    typeof colour === "string" ? [[name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), colour]] : [],
  );
  const levels = Object.entries(palette.levels).flatMap(([level, { mark, tint }]): [string, string][] => [
    [level, mark],
    [`${level}-tint`, tint],
  ]);
  const depths = Object.entries(palette.depths).map(([layer, colour]): [string, string] => [`depth-${layer}`, colour]);
  const soundings = Object.entries(palette.soundings).map(([layer, colour]): [string, string] => [
    `sounding-${layer}`,
    colour,
  ]);
  return [...plain, ...levels, ...depths, ...soundings];
}

test.each([
  ["light", light, LIGHT],
  ["dark", dark, DARK],
] as const)("the screen's %s colours are those of paper", (_, block, palette) => {
  const tokens = tokensOf(palette);
  expect(tokens).toHaveLength(26);
  for (const [name, colour] of tokens) {
    expect(block, name).toContain(`--${name}: ${colour.toLowerCase()};`);
    expect(css, name).toContain(`--color-${name}: var(--${name});`);
  }
});
