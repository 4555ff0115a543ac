/**
 * Versions of answers given alone are counted apart from those of the assessment, so that one can never pass for the other:
 * a draft that was begun alone and sent after all is revealed overwrites nothing.
 */
const FROM = 1_000_000;

/** As the writer sees it, from the count of the writer's own versions (1 is the first). */
export const toBlindVersion = (count: number): number => FROM + count;

/** The count behind a version that a writer saw; 0 for none yet, null for a version of the assessment. */
export function fromBlindVersion(version: number): number | null {
  if (version === 0) return 0;
  return version > FROM ? version - FROM : null;
}
