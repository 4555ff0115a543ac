import type { Derivation } from "./score.ts";

type Ends = [low: number, high: number];

/** Reads what is printed: "37.5 to 62.5 of 100", "50 of 100"; null for "–". */
export function readValue(value: string): Ends | null {
  const found = value.match(/^([\d.]+)(?: to ([\d.]+))? of 100$/);
  if (!found) return null;
  return [Number(found[1]), Number(found[2] ?? found[1])];
}

/**
 * What a person with a pencil would get for a node from what is printed on its parts: the words of the rule say which
 * of the two operations it is. Null: nothing applies, or the node has no parts (then it is given, not computed).
 */
export function recompute({ rule, parts }: Derivation): Ends | null {
  if (rule.startsWith("Weighted mean")) return meanByPencil(parts);
  const values = parts.flatMap(({ value }) => {
    const ends = readValue(value);
    return ends ? [ends] : [];
  });
  if (values.length === 0) return null;
  return [Math.min(...values.map(([low]) => low)), Math.min(...values.map(([, high]) => high))];
}

function meanByPencil(parts: readonly Derivation[]): Ends | null {
  let [weights, low, high] = [0, 0, 0];
  for (const { label, value } of parts) {
    const weight = Number(label.match(/ \((?:weight|criticality) ([\d.]+)\)$/)?.[1]);
    const ends = readValue(value);
    if (Number.isNaN(weight)) throw new Error(`no weight in "${label}"`);
    if (!ends || weight === 0) continue;
    weights += weight;
    low += weight * ends[0];
    high += weight * ends[1];
  }
  return weights === 0 ? null : [low / weights, high / weights];
}

/** The node and everything beneath it. */
export function everyNode(derivation: Derivation): Derivation[] {
  return [derivation, ...derivation.parts.flatMap(everyNode)];
}
