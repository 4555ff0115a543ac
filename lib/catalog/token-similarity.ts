/** Words that say nothing about what a sentence is about. */
const EMPTY_WORDS = new Set(
  "a an and any are as at be by can could did do does each every for from has have how if in into is it its many of on one or than that the their them then there they this to was were what when which who whose would you your".split(
    " ",
  ),
);

/** Share of content words that two sentences have in common: intersection over union of their sets, 0 to 1. */
export function tokenSimilarity(one: string, other: string): number {
  const left = contentWords(one);
  const right = contentWords(other);
  const union = left.union(right).size;
  return union === 0 ? 0 : left.intersection(right).size / union;
}

function contentWords(sentence: string): Set<string> {
  const words = sentence.toLowerCase().match(/[a-z][a-z0-9-]*/g) ?? [];
  return new Set(words.filter((word) => !EMPTY_WORDS.has(word)).map((word) => word.replace(/s$/, "")));
}
