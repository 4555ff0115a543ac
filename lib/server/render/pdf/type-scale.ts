import { LIGHT } from "#lib/presentation/palette.ts";

/** The three faces of the report: text, its one stronger weight, and the face of ids, paths and commands. */
export type Face = "sans" | "bold" | "mono";

/** Sizes in points. `tabular` sets figures of one width, for columns of numbers. */
export type TextStyle = { face: Face; size: number; leading: number; colour: string; tabular?: boolean };

const style = (face: Face, size: number, leading: number, colour: string = LIGHT.ink): TextStyle => ({
  face,
  size,
  leading,
  colour,
});

/** Six sizes (34, 20, 13, 10, 8.5, 7), two weights. Leadings are multiples of two points on a grid of four. */
export const TYPE = {
  display: style("bold", 34, 40),
  title: style("bold", 20, 26),
  figure: { ...style("bold", 20, 26), tabular: true },
  heading: style("bold", 13, 18),
  lead: style("sans", 13, 20),
  body: style("sans", 10, 16),
  bodyBold: style("bold", 10, 16),
  small: style("sans", 8.5, 12),
  smallBold: style("bold", 8.5, 12),
  smallMuted: style("sans", 8.5, 12, LIGHT.muted),
  number: { ...style("sans", 8.5, 12), tabular: true },
  numberBold: { ...style("bold", 8.5, 12), tabular: true },
  code: style("mono", 7, 10, LIGHT.muted),
  label: style("sans", 7, 10, LIGHT.muted),
  labelBold: style("bold", 7, 10),
  labelNumber: { ...style("sans", 7, 10, LIGHT.muted), tabular: true },
} as const satisfies Record<string, TextStyle>;

/** Cap height of Geist as a share of its size: text is set so that capitals stand in the middle of their line. */
export const CAP_HEIGHT = 0.71;

/** The same style in another colour. */
export function coloured(base: TextStyle, colour: string): TextStyle {
  return { ...base, colour };
}
