/**
 * The unit in which all of these numbers are whole (1, 0.1 ... 0.000001), so that sums are exact: people write 4.1 days,
 * not a binary fraction. `whole` is false where no such unit exists or where sums would outgrow whole doubles.
 */
export function wholeUnits(values: readonly number[]): { unit: number; whole: boolean } {
  for (let digits = 0; digits <= 6; digits++) {
    const scale = 10 ** digits;
    if (values.every((value) => isWhole(value * scale))) {
      const sum = values.reduce((total, value) => total + value * scale, 0);
      return { unit: 1 / scale, whole: sum < 2 ** 50 };
    }
  }
  return { unit: 1, whole: false };
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, Math.abs(value)) * 1e-3;
}
