/** A stream of numbers in [0, 1) that a seed determines (mulberry32), so that every run measures the same cluster. */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SUFFIX = "bcdfghjklmnpqrstvwxz2456789";

/** As the API server makes names unique. */
export function suffix(random: Random, length = 5): string {
  return Array.from({ length }, () => SUFFIX[Math.floor(random() * SUFFIX.length)]).join("");
}

export function hex(random: Random, length: number): string {
  let text = "";
  while (text.length < length)
    text += Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, "0");
  return text.slice(0, length);
}

export function uid(random: Random): string {
  const digits = hex(random, 32);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
}

/** Some second of the month before the snapshot. */
export function timeOf(random: Random): string {
  return new Date(Date.UTC(2026, 9, 20) + Math.floor(random() * 30 * 86_400) * 1_000).toISOString().replace(".000", "");
}
