/**
 * Flesch-Kincaid grade of an English text: school years that a reader needs, by
 * 0.39 x words per sentence + 11.8 x syllables per word - 15.59. Commands in backticks are left out; syllables are
 * counted as groups of vowels, a silent final e aside. An empty text has grade 0.
 */
export function readingGrade(text: string): number {
  const plain = text.replaceAll(/`[^`]*`/g, "it");
  const sentences = plain.split(/[.?!;:]+(?:\s|$)/).filter((part) => part.trim() !== "").length;
  const words = plain.match(/[A-Za-z][A-Za-z'-]*/g) ?? [];
  if (words.length === 0 || sentences === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

function syllablesOf(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/[^aeiouy]e$/, "")
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}
