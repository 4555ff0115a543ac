import type { Control } from "#lib/catalog/control.ts";
import type { Maturity } from "#lib/catalog/framework.ts";
import type { CheckSight } from "./evidence.ts";

/** Up to this share of failing resources a control is held to be enforced with leftovers: partial. */
export const LEFTOVER_SHARE = 0.25;

type Counts = Pick<CheckSight, "fail" | "pass">;

/**
 * Maturity that one check speaks for, by the share of failing resources among those that it could look at:
 * none 3, up to a quarter 2, fewer than all 1, all 0. Null: it could look at nothing and has no voice.
 */
export function maturityOfSight({ fail, pass }: Counts): Maturity | null {
  if (fail + pass === 0) return null;
  if (fail === 0) return 3;
  if (pass === 0) return 0;
  return fail / (fail + pass) <= LEFTOVER_SHARE ? 2 : 1;
}

/**
 * Maturity that the checks of a control speak for together: the least of those that could look, and for checks that
 * see only a part of the control ("caps") no more than 2. Null: none could look.
 */
export function maturityOfSights(control: Pick<Control, "observation">, sights: readonly Counts[]): Maturity | null {
  const voices = sights.map(maturityOfSight).filter((maturity) => maturity !== null);
  if (voices.length === 0) return null;
  const ceiling = control.observation === "caps" ? 2 : 3;
  return Math.min(ceiling, ...voices) as Maturity;
}
