import { literal } from "./literal.ts";
import { textWidth } from "./measure-text.ts";
import type { Pen } from "./pen.ts";
import type { TextStyle } from "./type-scale.ts";

/** A long word is rather broken after one of these. */
const BREAKS_AFTER = /[/._\-:,@[\]]/;

/**
 * Breaks a text into lines that fit a width. Words that are wider than the line are broken inside. With `most`, the
 * last line ends in an ellipsis when something is left over. An empty text has no lines.
 */
export function wrapText(
  pen: Pen,
  raw: string,
  style: TextStyle,
  width: number,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const text = literal(raw);
  if (text === "") return [];
  const space = textWidth(pen, " ", style);
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ")) {
    if (lines.length > most) break;
    const wide = wordWidthOnce(pen, word, style, width);
    if (line !== "" && used + space + wide <= width) {
      line += ` ${word}`;
      used += space + wide;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = wide <= width ? [word] : breakWord(pen, word, style, width, most - lines.length + 1);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
    used = textWidth(pen, line, style);
  }
  if (line !== "") lines.push(line);
  return lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), fitText(pen, `${lines[most - 1] ?? ""}…`, style, width)];
}

/** One line at most: the text itself or its beginning with an ellipsis. */
export function fitText(pen: Pen, raw: string, style: TextStyle, width: number): string {
  const cut = raw.length > 2000 ? `${raw.slice(0, 2000)}…` : raw;
  const text = literal(cut);
  if (textWidth(pen, text, style) <= width) return text;
  const characters = [...text];
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(pen, `${characters.slice(0, middle).join("").trimEnd()}…`, style) <= width) low = middle;
    else high = middle - 1;
  }
  return `${characters.slice(0, low).join("").trimEnd()}…`;
}

/** Very long words are not measured as a whole: they do not fit anyway, and would fill the memory of widths. */
function wordWidthOnce(pen: Pen, word: string, style: TextStyle, width: number): number {
  return word.length > 400 ? width + 1 : textWidth(pen, word, style);
}

function breakWord(pen: Pen, word: string, style: TextStyle, width: number, most: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  let breakAt = 0;
  for (const character of word) {
    const wide = textWidth(pen, character, style);
    if (piece !== "" && used + wide > width) {
      const keep = breakAt > piece.length / 2 ? breakAt : piece.length;
      pieces.push(piece.slice(0, keep));
      piece = piece.slice(keep);
      used = [...piece].reduce((sum, one) => sum + textWidth(pen, one, style), 0);
      breakAt = 0;
      if (pieces.length > most) return pieces;
    }
    piece += character;
    used += wide;
    if (BREAKS_AFTER.test(character)) breakAt = piece.length;
  }
  if (piece !== "") pieces.push(piece);
  return pieces;
}
