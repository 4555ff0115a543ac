import type { Remedy, Skill, ThreePoint } from "#lib/catalog/control.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import type { Effort } from "./initiative.ts";
import type { Learned } from "./learn-effort.ts";

/** PERT mean of a three-point estimate: (optimistic + 4 x likely + pessimistic) / 6, same unit. Source: PERT, 1959. */
export function pertMean({ optimistic, likely, pessimistic }: ThreePoint): number {
  return (optimistic + 4 * likely + pessimistic) / 6;
}

/**
 * Fixed part plus a part for each thing, person-days, times what earlier work taught about the skill; an override replaces
 * what counts and leaves the rest visible.
 */
export function effortOf(
  remedy: Remedy,
  things: number,
  override: Effort["override"] = null,
  learned: Learned | null = null,
): Effort {
  const sum = (part: keyof ThreePoint) =>
    (remedy.fixed[part] + things * remedy.perThing[part]) * (learned?.factor ?? 1);
  const whole = { optimistic: sum("optimistic"), likely: sum("likely"), pessimistic: sum("pessimistic") };
  const computed = toTenth(pertMean(whole));
  const days = override?.days ?? computed;
  const { fixed, perThing } = remedy;
  const taught = learned ? ` x ${learned.factor}, learned from ${formatThings(learned.count, "initiative")}` : "";
  const words = (each: ThreePoint) => `${each.optimistic} / ${each.likely} / ${each.pessimistic}`;
  const grows = perThing.pessimistic > 0 ? ` + ${formatThings(things, remedy.thing)} x ${words(perThing)}` : "";
  return {
    optimistic: toTenth(whole.optimistic),
    likely: toTenth(whole.likely),
    pessimistic: toTenth(whole.pessimistic),
    computed,
    ...(learned && { learned }),
    days,
    bySkill: shareOut(days, remedy.skills),
    override,
    how: `${words(fixed)} fixed${grows} person-days${taught}`,
  };
}

/** Days by skill in the given shares; tenths that add up to the whole. */
export function shareOut(days: number, shares: Partial<Record<Skill, number>>): Partial<Record<Skill, number>> {
  const entries = Object.entries(shares).filter((entry): entry is [Skill, number] => (entry[1] ?? 0) > 0);
  const total = entries.reduce((sum, [, share]) => sum + share, 0);
  let left = Math.round(days * 10);
  return Object.fromEntries(
    entries.map(([skill, share], index) => {
      const tenths = index === entries.length - 1 ? left : Math.min(left, Math.round((days * 10 * share) / total));
      left -= tenths;
      return [skill, tenths / 10];
    }),
  );
}

export function toTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
