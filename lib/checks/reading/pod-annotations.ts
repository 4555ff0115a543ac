import type { Workload } from "#lib/kubernetes/pod.ts";
import { recordOf } from "./entries.ts";

/** Annotations of the pods that a workload makes, those that are texts, each with its field path. */
export function podAnnotationsOf(workload: Workload): { key: string; value: string; field: string }[] {
  const metadata = `${workload.podField.replace(/spec$/, "")}metadata`;
  return Object.entries(recordOf(workload.podMetadata.annotations)).flatMap(([key, value]) =>
    typeof value === "string" ? [{ key, value, field: `${metadata}.annotations["${key}"]` }] : [],
  );
}
