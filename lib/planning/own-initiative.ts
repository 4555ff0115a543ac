import type { Catalog, Remedy, Skill, ThreePoint } from "#lib/catalog/control.ts";
import type { DimensionId, LayerId } from "#lib/catalog/framework.ts";
import { findCycle } from "./find-cycle.ts";

/** Work that people put beside what the catalogue's remedies ask for, or in their place. */
export type OwnInitiative = {
  /** "own-work-…": never that of a remedy, of this edition or a later one. */
  id: string;
  title: string;
  layer: LayerId;
  dimension: DimensionId;
  /** Who does it; the first is its main skill, all take the same share. */
  skills: readonly Skill[];
  /** Person-days; null: nobody has estimated it. */
  estimate: ThreePoint | null;
  /** Risk points that it removes and no finding tells of, 0 where there are none. */
  risk: number;
  /** Why it is done, and where its risk points come from. */
  reason: string;
  /** Remedies whose findings it closes in their place. */
  replaces: readonly string[];
  /** Remedies and own initiatives that come in the same or an earlier quarter. */
  after: readonly string[];
  steps: readonly string[];
  riskOfDoing: string;
  rollback: string;
  /** Who added it. */
  by: string;
  /** How often it was written; from 1. */
  version: number;
};

const NOTHING: ThreePoint = { optimistic: 0, likely: 0, pessimistic: 0 };

/**
 * The catalogue's remedies with own initiatives among them: one that replaces remedies closes what they close, waits for what they
 * wait for, and is waited for in their place. Of two that replace the same remedy the first does; the other keeps the rest.
 */
export function withOwnInitiatives(catalog: Catalog, own: readonly OwnInitiative[]): Catalog {
  if (own.length === 0) return catalog;
  const taker = new Map<string, string>();
  for (const each of own) for (const remedy of each.replaces) if (!taker.has(remedy)) taker.set(remedy, each.id);
  const inPlace = (ids: readonly string[], self: string) =>
    [...new Set(ids.map((id) => taker.get(id) ?? id))].filter((id) => id !== self);
  const kept = catalog.remedies.filter(({ id }) => !taker.has(id));
  const added = own.map((each): Remedy => {
    const taken = catalog.remedies.filter(({ id }) => taker.get(id) === each.id);
    return {
      ...{ id: each.id, title: each.title, layer: each.layer, closes: taken.flatMap(({ closes }) => closes) },
      skills: Object.fromEntries(each.skills.map((skill) => [skill, 1 / each.skills.length])),
      ...{ fixed: each.estimate ?? NOTHING, perThing: NOTHING, thing: "cluster" },
      after: inPlace([...each.after, ...taken.flatMap(({ after }) => after)], each.id),
      ...{ steps: each.steps, riskOfDoing: each.riskOfDoing, rollback: each.rollback },
      verifiedBy: [...new Set(taken.flatMap(({ verifiedBy }) => verifiedBy))],
    };
  });
  return {
    ...catalog,
    remedies: [...kept.map((remedy) => ({ ...remedy, after: inPlace(remedy.after, remedy.id) })), ...added],
  };
}

/** Titles of what would wait for each other in a ring, in order, or null. */
export function ringOf(catalog: Catalog, own: readonly OwnInitiative[]): string[] | null {
  const { remedies } = withOwnInitiatives(catalog, own);
  const ring = findCycle(remedies);
  return ring?.map((id) => remedies.find((remedy) => remedy.id === id)?.title ?? id) ?? null;
}
