import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { type Condition, conditionOf } from "./condition.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { reasonInWords } from "./reason-in-words.ts";

/** Where autoscaling/v1, which has no conditions of its own, keeps them. */
const ANNOTATION = "autoscaling.alpha.kubernetes.io/conditions";
const LONGEST = 20_000;

/** A condition of a HorizontalPodAutoscaler of any version; undefined when it is not there. */
export function hpaCondition(hpa: KubernetesObject, type: string): Condition | undefined {
  const own = conditionOf(hpa, type);
  if (own) return own;
  const entry = annotated(hpa).find((each) => each.type === type);
  if (!entry) return undefined;
  return {
    status: typeof entry.status === "string" ? entry.status : "",
    reason: typeof entry.reason === "string" ? entry.reason : "",
    field: "metadata.annotations",
    words: reasonInWords(entry),
  };
}

function annotated(hpa: KubernetesObject): Record<string, unknown>[] {
  const text = recordOf(hpa.metadata.annotations)[ANNOTATION];
  if (typeof text !== "string" || text.length > LONGEST) return [];
  try {
    return recordsOf(JSON.parse(text)).map(({ entry }) => entry);
  } catch {
    return [];
  }
}
