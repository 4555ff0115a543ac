// Made by cli/generate-check-registry.ts from the folders; a test holds it to them.
import type { Check } from "./check.ts";

export const CHECKS: readonly Check[] = [

];

const BY_ID = new Map(CHECKS.map((check) => [check.id, check]));

/** The check of this id, if there is one. */
export function checkById(id: string): Check | undefined {
  return BY_ID.get(id);
}
