import type { Initiative } from "#lib/planning/initiative.ts";
import type { PlanInfeasible } from "#lib/planning/instance.ts";
import { sayInitiative } from "#lib/presentation/sentences-of-plans.ts";

/** The smallest set of wishes that clash, by the names of what they are about, and what to do. */
export function sayClash({ infeasible }: PlanInfeasible, initiatives: readonly Initiative[]): string {
  const named = infeasible.map((line) =>
    initiatives.reduce((text, each) => text.replaceAll(`"${each.id}"`, () => `“${sayInitiative(each)}”`), line),
  );
  return `${named.map((line) => (/[.:]$/.test(line) ? line : `${line}.`)).join(" ")} Take one of them back, or plan more days.`;
}
