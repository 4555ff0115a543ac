/** Letters by which a word may differ from the one that was meant. */
const MOST_TYPOS = 2;

/** The word of a list that somebody meant who wrote this one; null when none is near. */
export function nearest(written: string, words: readonly string[]): string | null {
  const lower = written.toLowerCase();
  if (lower.length > 64) return null;
  const same = words.find((word) => word.toLowerCase() === lower);
  if (same !== undefined) return same;
  const distances = words.map((word) => ({ word, distance: distanceOf(lower, word.toLowerCase()) }));
  const best = distances.sort((a, b) => a.distance - b.distance)[0];
  // Of a short word two other letters make any other.
  return best && best.distance <= Math.min(MOST_TYPOS, Math.floor(lower.length / 4)) ? best.word : null;
}

/** Levenshtein's distance: letters to add, drop or change. */
function distanceOf(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > MOST_TYPOS) return MOST_TYPOS + 1;
  let before = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row++) {
    const now = [row];
    for (let column = 1; column <= right.length; column++) {
      const change = left[row - 1] === right[column - 1] ? 0 : 1;
      now.push(Math.min((before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (before[column - 1] ?? 0) + change));
    }
    before = now;
  }
  return before[right.length] ?? 0;
}
