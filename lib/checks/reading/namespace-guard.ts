import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { NOT_APPLICABLE, notAssessable, PASS, type Verdict } from "../check.ts";
import { isSystemNamespace, objectsIn } from "./namespaced.ts";
import { isWholeCluster } from "./presence.ts";
import { workloadsIn } from "./service-selection.ts";

/**
 * Judges whether a namespace holds an object of a kind that guards it (ResourceQuota, LimitRange). Kubernetes' own
 * namespaces are left out; a namespace that manifests or a part of a cluster name but do not describe cannot be judged.
 */
export function judgeGuard(namespace: string, index: ClusterIndex, kind: string): Verdict {
  if (isSystemNamespace(namespace)) return NOT_APPLICABLE;
  if (objectsIn(index, kind, namespace).length > 0) return PASS;
  if (!index.find("Namespace", "", namespace)) {
    if (!isWholeCluster(index)) return notAssessable(`namespace "${namespace}" is named here but not described`);
    if (workloadsIn(index, namespace).length === 0) return NOT_APPLICABLE;
  }
  return [{ field: "", message: `namespace "${namespace}" has no ${kind}` }];
}
