/** Height of a line of 11 points, and the tallest row that a spreadsheet takes. */
const LINE = 15;
const TALLEST = 409;
/** Words break before the edge: some of the width (in characters) stays empty. */
const FILLED = 0.92;

/**
 * Height in points at which the wrapped texts of a row can be read in full: not every program measures rows when it opens a
 * file. `cells`: each text with the width of its column in characters.
 */
export function rowHeight(cells: readonly { text: string; width: number }[]): number {
  const lines = cells.map(({ text, width }) =>
    text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * FILLED))), 0),
  );
  return Math.min(TALLEST, Math.max(1, ...lines) * LINE);
}
