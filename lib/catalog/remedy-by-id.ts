import { CATALOG } from "./catalog.ts";
import type { Remedy } from "./control.ts";

const REMEDIES: ReadonlyMap<string, Remedy> = new Map(CATALOG.remedies.map((remedy) => [remedy.id, remedy]));

/** The remedy with this id, or undefined. */
export function remedyById(id: string): Remedy | undefined {
  return REMEDIES.get(id);
}
