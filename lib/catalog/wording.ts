import type { Question, Wording } from "./control.ts";
import { meaningOf } from "./meaning-of.ts";

export function wordingOf({ asks, levels }: Pick<Question, "asks" | "levels">, catalogue: string): Wording {
  return { catalogue, asks, levels };
}

/**
 * The wording that an answer was given to, where the question means something else by now; null: the answer holds. Within one
 * version of the catalogue a changed word is a correction and changes no meaning; an unknown wording is taken as the present one.
 */
export function formerWording(
  then: Wording | null,
  now: Pick<Question, "asks" | "levels">,
  catalogue: string,
): Wording | null {
  if (!then || then.catalogue === catalogue) return null;
  return meaningOf({ asks: then.asks, levels: then.levels }) === meaningOf(now) ? null : then;
}
