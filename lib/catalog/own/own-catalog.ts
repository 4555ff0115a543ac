import type { Catalog, Control, DimensionText, Question, Remedy } from "../control.ts";
import type { DimensionId } from "../framework.ts";
import type { OwnContent, OwnQuestion } from "./own-content.ts";

/** Ids of what an organization adds begin like this, so that they never meet those of a later edition of the catalogue. */
const PREFIX = "own-";

export function ownId(id: string): string {
  return id.startsWith(PREFIX) ? id : `${PREFIX}${id}`;
}

const kept = new WeakMap<OwnContent, Catalog>();

/**
 * The catalogue with what an organization adds: a control, a question and an initiative for each of its questions, and its
 * dimensions after the eight. Machines see nothing of them, so that answers alone decide. The same content gives the same value.
 */
export function withOwn(catalog: Catalog, own: OwnContent): Catalog {
  if (own.questions.length === 0) return catalog;
  const found = kept.get(own);
  if (found) return found;
  const asked = own.questions.filter(({ removed }) => !removed);
  const used = new Set(own.questions.map(({ dimension }) => dimension));
  const merged: Catalog = {
    ...catalog,
    dimensions: [...catalog.dimensions, ...own.dimensions.filter(({ id }) => used.has(id)).map(dimensionOf)],
    controls: [...catalog.controls, ...asked.map((each) => controlOf(each, own))],
    questions: [...catalog.questions, ...own.questions.map(questionOf)],
    remedies: [...catalog.remedies, ...asked.map(remedyOf)],
  };
  kept.set(own, merged);
  return merged;
}

// The framework's type names the eight; an organization's own dimensions are known by their prefix.
const dimensionIdOf = (id: string, own: OwnContent) =>
  (own.dimensions.some((each) => each.id === id) ? ownId(id) : id) as DimensionId;

function dimensionOf({ id, title, asks }: OwnContent["dimensions"][number]): DimensionText {
  return { id: ownId(id) as DimensionId, title, asks };
}

function controlOf(question: OwnQuestion, own: OwnContent): Control {
  const { id, title, layer, concern, weight, likelihood, impact, references } = question;
  return {
    ...{ id: ownId(id), title, layer, concern, weight, likelihood, impact, references },
    dimension: dimensionIdOf(question.dimension, own),
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence: "What the answer names as evidence; this question is the organization's own",
  } as Control;
}

function questionOf({ id, asks, why, findOut, levels, removed }: OwnContent["questions"][number]): Question {
  return { id: ownId(id), control: ownId(id), asks, why, findOut, levels, ...(removed ? { removed } : {}) };
}

function remedyOf({ id, layer, initiative }: OwnQuestion): Remedy {
  const nothing = { optimistic: 0, likely: 0, pessimistic: 0 };
  return {
    ...{ id: `close-${ownId(id)}`, title: initiative.title, layer, closes: [ownId(id)] },
    skills: { [initiative.skill]: 1 },
    ...{ fixed: initiative.days, perThing: nothing, thing: "cluster", after: [], steps: initiative.steps },
    riskOfDoing: "",
    rollback: "",
    verifiedBy: [],
  };
}

/** What is in force after an import: the newer file, and what it leaves out of the older one as removed. */
export function mergeOwn(before: OwnContent, next: OwnContent): OwnContent {
  const ids = new Set(next.questions.map(({ id }) => id));
  const left = before.questions.filter(({ id }) => !ids.has(id)).map((each) => ({ ...each, removed: true as const }));
  const titles = new Set(next.dimensions.map(({ id }) => id));
  const needed = new Set(left.map(({ dimension }) => dimension));
  const dimensions = before.dimensions.filter(({ id }) => !titles.has(id) && needed.has(id));
  return { dimensions: [...next.dimensions, ...dimensions], questions: [...next.questions, ...left] };
}
