const PRIME = 0x100000001b3n;
const START = 0xcbf29ce484222325n;

/**
 * 16 hexadecimal digits that stand for what a question asks and what its levels say (FNV-1a, 64 bits, over the words). Case,
 * punctuation and white space do not count: a corrected comma is no other question. It tells wordings apart, it proves nothing.
 */
export function meaningOf({ asks, levels }: { asks: string; levels: readonly string[] }): string {
  const words = [asks, ...levels]
    .map(
      (text) =>
        text
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)
          ?.join(" ") ?? "",
    )
    .join("|");
  let hash = START;
  for (const byte of new TextEncoder().encode(words)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, "0");
}
