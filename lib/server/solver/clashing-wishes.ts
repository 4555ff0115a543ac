import { buildModel } from "#lib/planning/build-model.ts";
import { isMust } from "#lib/planning/assignment.ts";
import type { PlanInstance, PlanItem } from "#lib/planning/instance.ts";
import { runHighs } from "./run-highs.ts";

/**
 * The smallest set of wishes that cannot all be kept, found by leaving them out one at a time: what is still infeasible
 * without a wish does not need it. Each is said in words.
 */
export async function clashingWishes(instance: PlanInstance, seconds: number): Promise<string[]> {
  const deadline = Date.now() + seconds * 1_000;
  let wishes = instance.initiatives.filter((item) => isMust(item, instance.quarters));
  for (const wish of [...wishes]) {
    if (Date.now() > deadline) break;
    const fewer = wishes.filter((each) => each !== wish);
    if (await isInfeasible(instance, fewer, (deadline - Date.now()) / 1_000)) wishes = fewer;
  }
  return wishes.map((wish) => sayWish(wish, instance));
}

async function isInfeasible(instance: PlanInstance, wishes: readonly PlanItem[], seconds: number): Promise<boolean> {
  const kept = new Set(wishes.map(({ id }) => id));
  const initiatives = instance.initiatives.map((item) => (kept.has(item.id) ? item : { ...item, pin: null, latest: instance.quarters }));
  const { status } = await runHighs(buildModel({ ...instance, initiatives }), { start: null, seconds, feasibilityOnly: true });
  return status === "infeasible";
}

function sayWish({ id, pin, latest, earliest, after, effort }: PlanItem, { quarters }: PlanInstance): string {
  const when = pin !== null ? `is pinned to quarter ${pin}` : `must be done by the end of quarter ${latest}`;
  const late = earliest > 1 ? ` and may not begin before quarter ${earliest}` : "";
  const needs = Object.entries(effort).map(([skill, days]) => `${days} days of ${skill}`);
  const before = after.length > 0 ? `, after ${after.join(" and ")}` : "";
  return `${id} ${when}${late} of ${quarters} and needs ${needs.join(" and ") || "nobody"}${before}.`;
}
