/**
 * How well what is typed fits an item, 0 (not at all) to 1. Every word typed must stand in one of the item's texts; the
 * first text is its title and counts most, and so does the beginning of a word.
 */
export function scoreMatch(typed: string, texts: readonly string[]): number {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return 1;
  return Math.min(
    ...words.map((word) => Math.max(0, ...texts.map((text, at) => scoreWord(word, text) * (at === 0 ? 1 : 0.5)))),
  );
}

function scoreWord(word: string, text: string): number {
  const lower = text.toLowerCase();
  if (lower.startsWith(word)) return 1;
  if (lower.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word))) return 0.9;
  return lower.includes(word) ? 0.4 : 0;
}
