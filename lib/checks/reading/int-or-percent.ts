/** A Kubernetes IntOrString: a count, or a share of the whole in percent. */
export type IntOrPercent = { count: number } | { percent: number };

/** Reads 2, "2" or "50%"; null for anything else. */
export function parseIntOrPercent(value: unknown): IntOrPercent | null {
  if (typeof value === "number" && Number.isFinite(value)) return { count: value };
  if (typeof value !== "string") return null;
  const percent = /^(-?\d+)%$/.exec(value.trim())?.[1];
  if (percent !== undefined) return { percent: Number(percent) };
  return /^-?\d+$/.test(value.trim()) ? { count: Number(value) } : null;
}

/** The count out of a whole; a share is rounded up, as the disruption controller does. */
export function countOf(value: IntOrPercent, whole: number): number {
  return "count" in value ? value.count : Math.ceil((value.percent * whole) / 100);
}
