const BINARY: Readonly<Record<string, number>> = { Ki: 1, Mi: 2, Gi: 3, Ti: 4, Pi: 5, Ei: 6 };
const DECIMAL: Readonly<Record<string, number>> = { n: -3, u: -2, m: -1, "": 0, k: 1, M: 2, G: 3, T: 4, P: 5, E: 6 };

/**
 * A Kubernetes quantity as a number in its base unit (cores, bytes, pieces): "250m" is 0.25, "1Gi" 1073741824, "1e3" and
 * 1000 a thousand. Null for what is no quantity. By apimachinery's resource.Quantity.
 */
export function parseQuantity(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string" || value.length > 64) return null;
  const match = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:[eE]([+-]?\d{1,3})|([KMGTPE]i|[numkMGTPE]?))$/.exec(value.trim());
  if (!match) return null;
  const [, digits, exponent, suffix = ""] = match;
  const amount = Number(digits);
  if (exponent !== undefined) return amount * 10 ** Number(exponent);
  const binary = BINARY[suffix];
  return binary === undefined ? amount * 1000 ** (DECIMAL[suffix] ?? 0) : amount * 1024 ** binary;
}
