/** Mean advance of a character of the sans face, as a share of its size: titles measure 0.46 to 0.49. */
const ADVANCE = 0.51;

/** Width of a text in the unit of `size`, estimated by its characters. */
export function estimateWidth(text: string, size: number): number {
  return text.length * size * ADVANCE;
}

/** Breaks a text at its spaces into lines no wider than `width`; at most `most` lines, the last one cut with "…". */
export function breakLines(text: string, size: number, width: number, most: number): string[] {
  const fits = (line: string) => estimateWidth(line, size) <= width;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  return kept.map((line, n) => (fits(line) && (n < most - 1 || lines.length <= most) ? line : cut(line, fits)));
}

function cut(line: string, fits: (line: string) => boolean): string {
  let short = line;
  while (short.length > 1 && !fits(`${short}…`)) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}
