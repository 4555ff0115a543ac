import type { Remedy, ThreePoint } from "#lib/catalog/control.ts";
import { formatDecimal } from "./numbers.ts";

/** "2 to 5 days, and 0.2 to 0.5 for each workload": optimistic to pessimistic person-days, before anybody has looked. */
export function sayEffort({ fixed, perThing, thing }: Pick<Remedy, "fixed" | "perThing" | "thing">): string {
  const [once, each] = [span(fixed), span(perThing)];
  if (!each) return once ? `${once} days` : "no days";
  return once ? `${once} days, and ${each} for each ${thing}` : `${each} days for each ${thing}`;
}

/** Empty where it costs nothing. */
function span({ optimistic, pessimistic }: ThreePoint): string {
  if (pessimistic === 0) return "";
  const [from, to] = [formatDecimal(optimistic), formatDecimal(pessimistic)];
  if (from === "0") return `up to ${to}`;
  return from === to ? from : `${from} to ${to}`;
}
