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
  return { control, question: { id: `${control.id}-q1`, control: control.id, ...testimony } };
}
