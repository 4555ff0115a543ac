import { literal } from "./literal.ts";
import { textWidth, withGlyphs } from "./measure-text.ts";
import type { Pen } from "./pen.ts";
import { CAP_HEIGHT, type TextStyle } from "./type-scale.ts";
import { fitText, wrapText } from "./wrap-text.ts";

export type Align = "left" | "right" | "center";

/**
 * Draws one line with the top of its leading at y; x is the left edge, the right edge or the middle. Capitals stand in
 * the middle of the leading. Does not tag and does not move the pen.
 */
export function drawLine(pen: Pen, raw: string, x: number, y: number, style: TextStyle, align: Align = "left"): void {
  const text = literal(raw);
  if (text === "") return;
  const { doc } = pen;
  const shift = align === "left" ? 0 : textWidth(pen, text, style) * (align === "right" ? 1 : 0.5);
  const baseline = y + (style.leading + CAP_HEIGHT * style.size) / 2;
  const shown = withGlyphs(pen, text, style.face);
  if (shown !== text) doc.markContent("Span", { actual: text });
  // Width and words are only asked for by underlines and links: given, so that pdfkit does not measure again.
  const options = { lineBreak: false, baseline: "alphabetic" as const, textWidth: 0, wordCount: 0 };
  doc.font(style.face, style.size).fillColor(style.colour);
  doc.text(shown, x - shift, baseline, style.tabular ? { ...options, features: ["tnum"] } : options);
  if (shown !== text) doc.endMarkedContent();
}

/** Draws lines under each other and gives the height that they took. */
export function drawLines(
  pen: Pen,
  lines: readonly string[],
  x: number,
  y: number,
  style: TextStyle,
  align: Align = "left",
): number {
  for (const [i, line] of lines.entries()) drawLine(pen, line, x, y + i * style.leading, style, align);
  return lines.length * style.leading;
}

/** Draws a text within a width, broken into lines, and gives the height that it took. */
export function drawText(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  style: TextStyle,
  width: number,
  most?: number,
): number {
  return drawLines(pen, wrapText(pen, text, style, width, most), x, y, style);
}

/** One line that is cut with an ellipsis where it does not fit. */
export function drawFitted(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  style: TextStyle,
  width: number,
  align: Align = "left",
): void {
  drawLine(pen, fitText(pen, text, style, width), x, y, style, align);
}
