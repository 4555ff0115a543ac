/** Round values from nothing to at least `highest`, no more than `most` steps apart by 1, 2 or 5 times a power of ten. */
export function ticksUpTo(highest: number, most = 5): number[] {
  const least = Math.max(highest, Number.MIN_VALUE) / most;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = Math.max(
    [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= least * 0.999999) ?? power * 10,
    1,
  );
  const count = Math.max(1, Math.ceil(highest / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}
