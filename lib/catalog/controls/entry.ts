import { AWAITED_CHECKS } from "../awaited-checks.ts";
import type { Control, Question } from "../control.ts";
import { type ConcernId, type DimensionId, layerOfConcern } from "../framework.ts";

/** A control beside the question that people answer about it. */
export type Entry = { control: Control; question: Question };

type Testimony = Pick<Question, "asks" | "why" | "findOut" | "levels">;
type Draft = Omit<Control, "layer" | "concern" | "dimension"> & { question: Testimony };

/** Controls of a security concern; the layer follows from the concern, the dimension is security unless said. */
export function entriesOfConcern(
  concern: ConcernId,
  drafts: readonly (Draft & { dimension?: DimensionId })[],
): readonly Entry[] {
  const layer = layerOfConcern(concern);
  return drafts.map(({ question, dimension = "security", ...control }) =>
    entry({ ...control, concern, layer, dimension }, question),
  );
}

/** Controls of pure health: no concern, so each says its layer. */
export function entriesOfDimension(
  dimension: DimensionId,
  drafts: readonly (Draft & Pick<Control, "layer">)[],
): readonly Entry[] {
  return drafts.map(({ question, ...control }) => entry({ ...control, concern: null, dimension }, question));
}

function entry(control: Control, testimony: Testimony): Entry {
  return { control: withoutAwaited(control), question: { id: `${control.id}-q1`, control: control.id, ...testimony } };
}

/** Checks that are still being built see nothing yet, and a control that is left without one decides nothing. */
function withoutAwaited(control: Control): Control {
  const awaited = control.checks.filter((check) => AWAITED_CHECKS.includes(check));
  if (awaited.length === 0) return control;
  const checks = control.checks.filter((check) => !awaited.includes(check));
  const observation = checks.length === 0 ? "caps" : control.observation;
  return { ...control, checks, observation, families: [...(control.families ?? []), ...awaited] };
}
