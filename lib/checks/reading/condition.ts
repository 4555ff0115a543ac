import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { reasonInWords } from "./reason-in-words.ts";

/** One entry of status.conditions. */
export type Condition = { status: string; reason: string; field: string; words: string };

/** The condition of a type that the object's status holds; undefined when it holds none. */
export function conditionOf(object: KubernetesObject, type: string): Condition | undefined {
  const found = recordsOf(recordOf(object.status).conditions).find(({ entry }) => entry.type === type);
  if (!found) return undefined;
  const { status, reason } = found.entry;
  return {
    status: typeof status === "string" ? status : "",
    reason: typeof reason === "string" ? reason : "",
    field: `status.conditions[${found.at}].status`,
    words: reasonInWords(found.entry),
  };
}

/** True when the status holds any condition, so that the silence of one means something. */
export function hasConditions(object: KubernetesObject): boolean {
  return recordsOf(recordOf(object.status).conditions).length > 0;
}
