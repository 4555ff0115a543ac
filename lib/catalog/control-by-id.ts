import { CATALOG } from "./catalog.ts";
import type { Control } from "./control.ts";

const CONTROLS: ReadonlyMap<string, Control> = new Map(CATALOG.controls.map((control) => [control.id, control]));

/** The control with this id, or undefined when the catalogue does not know it (any more). */
export function controlById(id: string): Control | undefined {
  return CONTROLS.get(id);
}
