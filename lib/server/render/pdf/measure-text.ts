import type { Pen } from "./pen.ts";
import type { Face, TextStyle } from "./type-scale.ts";

/** Drawn where a face has no glyph; the file keeps the real text beside it. */
export const NO_GLYPH = "◌";

/** Width in points of a text that is already literal. */
export function textWidth(pen: Pen, text: string, style: TextStyle): number {
  if (style.tabular) return wordWidth(pen, text, style);
  let width = 0;
  let from = 0;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", from)) {
    width += wordWidth(pen, text.slice(from, at), style) + wordWidth(pen, " ", style);
    from = at + 1;
  }
  return width + wordWidth(pen, text.slice(from), style);
}

function wordWidth(pen: Pen, word: string, style: TextStyle): number {
  if (word === "") return 0;
  const key = `${style.face}${style.tabular ? "#" : " "}${word}`;
  let width = pen.widths.get(key);
  if (width === undefined) {
    pen.doc.font(style.face, 1000);
    width =
      pen.doc.widthOfString(withGlyphs(pen, word, style.face), style.tabular ? { features: ["tnum"] } : {}) / 1000;
    pen.widths.set(key, width);
  }
  return width * style.size;
}

/** The text with every character that the face cannot draw replaced. */
export function withGlyphs(pen: Pen, text: string, face: Face): string {
  if (/^[ -~]*$/.test(text)) return text;
  let shown = "";
  for (const character of text) shown += hasGlyph(pen, character.codePointAt(0) ?? 0, face) ? character : NO_GLYPH;
  pen.replaced ||= shown !== text;
  return shown;
}

/** What pdfkit holds of a font, beyond its published types. */
type OpenFont = { font: { hasGlyphForCodePoint(codePoint: number): boolean } };

function hasGlyph(pen: Pen, codePoint: number, face: Face): boolean {
  const known = pen.glyphs[face];
  let has = known.get(codePoint);
  if (has === undefined) {
    pen.doc.font(face);
    has = (pen.doc as unknown as { _font: OpenFont })._font.font.hasGlyphForCodePoint(codePoint);
    known.set(codePoint, has);
  }
  return has;
}
