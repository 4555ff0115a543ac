import { CATALOG } from "./catalog.ts";
import type { Remedy } from "./control.ts";

const BY_CONTROL: ReadonlyMap<string, Remedy> = new Map(
  CATALOG.remedies.flatMap((remedy) => remedy.closes.map((control): [string, Remedy] => [control, remedy])),
);

/** The one remedy that closes a control; undefined only for an unknown control (the content lint holds the rest). */
export function remedyOf(control: string): Remedy | undefined {
  return BY_CONTROL.get(control);
}
