import type { DimensionText } from "./control.ts";
import { DIMENSION_TEXTS } from "./dimensions.ts";
import type { DimensionId } from "./framework.ts";

/** Title and meaning of a dimension. Throws for an id outside the framework, which the types rule out. */
export function dimensionText(id: DimensionId): DimensionText {
  const text = DIMENSION_TEXTS.find((candidate) => candidate.id === id);
  if (!text) throw new Error(`unknown dimension ${id}`);
  return text;
}
