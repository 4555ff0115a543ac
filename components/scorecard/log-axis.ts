/** A logarithmic axis: where it begins and ends, and the round values that it is marked at. */
export type LogAxis = { domain: [number, number]; ticks: number[] };

const STEPS = [1, 2, 5];
const LEAST = 0.1;

/** Lays an axis out for positive values, from the round value below the least to the one above the greatest. */
export function logAxis(values: readonly number[]): LogAxis {
  const [least, greatest] = [Math.max(LEAST, Math.min(...values)), Math.max(LEAST, ...values)];
  if (values.length === 0) return { domain: [1, 10], ticks: [1, 2, 5, 10] };
  const rounds = Array.from({ length: 9 }, (_, power) => STEPS.map((step) => step * 10 ** (power - 1))).flat();
  const from = rounds.findLast((round) => round < least) ?? LEAST;
  const to = rounds.find((round) => round > greatest) ?? greatest * 2;
  return { domain: [from, to], ticks: rounds.filter((round) => round >= from && round <= to) };
}
