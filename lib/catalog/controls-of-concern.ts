import { CATALOG } from "./catalog.ts";
import type { Control } from "./control.ts";
import type { ConcernId } from "./framework.ts";

/** The controls of a concern, in catalogue order. */
export function controlsOfConcern(concern: ConcernId): readonly Control[] {
  return CATALOG.controls.filter((control) => control.concern === concern);
}
