import { CONCERN_TEXTS } from "./concerns.ts";
import type { ConcernText } from "./control.ts";
import type { ConcernId } from "./framework.ts";

/** Title and meaning of a concern. Throws for an id outside the framework, which the types rule out. */
export function concernText(id: ConcernId): ConcernText {
  const text = CONCERN_TEXTS.find((candidate) => candidate.id === id);
  if (!text) throw new Error(`unknown concern ${id}`);
  return text;
}
