import { CATALOG } from "./catalog.ts";
import type { Control } from "./control.ts";

const BY_CHECK: ReadonlyMap<string, Control[]> = groupByCheck();

/** The controls that a check speaks about, in catalogue order; none for a check that only the scan shows. */
export function controlsOfCheck(check: string): readonly Control[] {
  return BY_CHECK.get(check) ?? [];
}

function groupByCheck(): Map<string, Control[]> {
  const groups = new Map<string, Control[]>();
  for (const control of CATALOG.controls) {
    for (const check of control.checks) groups.set(check, [...(groups.get(check) ?? []), control]);
  }
  return groups;
}
