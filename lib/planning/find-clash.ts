import type { PlanInstance, PlanItem } from "./instance.ts";

type Wish = { id: string; of: "earliest" | "latest" | "pin" };

/** Beyond so many wishes, pairs are not tried one by one. */
const MAX_FOR_PAIRS = 24;

/**
 * Of an instance without any plan: a set of wishes (earliest, latest, pin) that clash, such that without any one of them
 * the others can be kept; single wishes and pairs are tried first, so that a small set is found where there is one.
 * Prerequisites and capacity are facts, not wishes. Each wish in words. `hasPlan` decides an instance exactly.
 */
export async function findClash(
  instance: PlanInstance,
  hasPlan: (instance: PlanInstance) => Promise<boolean>,
): Promise<string[]> {
  const wishes = wishesOf(instance);
  const clashes = async (some: readonly Wish[]) => !(await hasPlan(withOnly(instance, some)));
  for (const wish of wishes) if (await clashes([wish])) return [sayWish(instance, wish)];
  if (wishes.length <= MAX_FOR_PAIRS) {
    for (const [at, one] of wishes.entries()) {
      for (const other of wishes.slice(at + 1)) {
        if (await clashes([one, other])) return [one, other].map((wish) => sayWish(instance, wish));
      }
    }
  }
  let kept = wishes;
  for (const wish of wishes) {
    const rest = kept.filter((other) => other !== wish);
    if (await clashes(rest)) kept = rest;
  }
  return kept.map((wish) => sayWish(instance, wish));
}

/** Every wish of an instance in words: what is said when there is no time to find the few that clash. */
export function sayWishes(instance: PlanInstance): string[] {
  return wishesOf(instance).map((wish) => sayWish(instance, wish));
}

function wishesOf({ initiatives, quarters }: PlanInstance): Wish[] {
  return initiatives.flatMap(({ id, earliest, latest, pin }): Wish[] => [
    ...(pin === null ? [] : [{ id, of: "pin" as const }]),
    ...(latest < quarters ? [{ id, of: "latest" as const }] : []),
    ...(earliest > 1 ? [{ id, of: "earliest" as const }] : []),
  ]);
}

/** The instance with these wishes alone, and of its initiatives only those that they are about and what these need. */
function withOnly(instance: PlanInstance, wishes: readonly Wish[]): PlanInstance {
  const has = (id: string, of: Wish["of"]) => wishes.some((wish) => wish.id === id && wish.of === of);
  const items = new Map(instance.initiatives.map((item) => [item.id, item]));
  const needed = new Map<string, PlanItem>();
  const open = wishes.map(({ id }) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const item = items.get(id);
    if (!item || needed.has(id)) continue;
    needed.set(id, {
      ...item,
      earliest: has(id, "earliest") ? item.earliest : 1,
      latest: has(id, "latest") ? item.latest : instance.quarters,
      pin: has(id, "pin") ? item.pin : null,
    });
    open.push(...item.after);
  }
  return { ...instance, initiatives: [...needed.values()] };
}

function sayWish({ initiatives }: PlanInstance, { id, of }: Wish): string {
  const item = initiatives.find((one) => one.id === id);
  const days = Object.entries(item?.effort ?? {}).flatMap(([skill, value]) => (value > 0 ? [`${skill} ${value}`] : []));
  const needs = days.length > 0 ? ` (days: ${days.join(", ")})` : "";
  if (of === "pin") return `"${id}" is pinned to quarter ${item?.pin}${needs}`;
  if (of === "latest") return `"${id}" must be done by the end of quarter ${item?.latest}${needs}`;
  return `"${id}" starts in quarter ${item?.earliest} at the earliest${needs}`;
}
