import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";

/** Numbers of the pods that a StatefulSet keeps, from `first` up to but without `end`. */
type Ordinals = { first: number; end: number };
type Uses = { named: ReadonlySet<string>; numbered: ReadonlyMap<string, Ordinals> };

/**
 * True when a pod of the snapshot mounts the claim, or would: by the template of a workload, or as the claim that a
 * StatefulSet makes for one of the pods that it keeps.
 */
export function isClaimUsed(claim: KubernetesObject, index: ClusterIndex): boolean {
  const uses = usesOf(index, "claims");
  const key = `${namespaceOf(claim)}/${claim.metadata.name}`;
  if (uses.named.has(key)) return true;
  const [, set = "", number = ""] = /^(.+)-(\d{1,9})$/.exec(key) ?? [];
  const ordinals = uses.numbered.get(set);
  return ordinals !== undefined && Number(number) >= ordinals.first && Number(number) < ordinals.end;
}

const usesOf = oncePerIndex((index: ClusterIndex, _: "claims"): Uses => {
  const pods = index
    .ofKind("Pod")
    .flatMap(({ object }) => claimsOf(object.spec, namespaceOf(object), object.metadata.name));
  const templates = index.workloads.flatMap((workload) => claimsOf(workload.pod, namespaceOf(workload), null));
  return { named: new Set([...pods, ...templates]), numbered: new Map(index.workloads.flatMap(numberedClaims)) };
});

/** Claims by "namespace/name" in the volumes of a pod; an ephemeral volume's claim is named after its pod. */
function claimsOf(spec: unknown, namespace: string, pod: string | null): string[] {
  return recordsOf(recordOf(spec).volumes).flatMap(({ entry }) => {
    const { claimName } = recordOf(entry.persistentVolumeClaim);
    if (typeof claimName === "string") return [`${namespace}/${claimName}`];
    return pod !== null && entry.ephemeral ? [`${namespace}/${pod}-${entry.name}`] : [];
  });
}

function numberedClaims(workload: Workload): [string, Ordinals][] {
  const spec = recordOf(workload.object.spec);
  const start = recordOf(spec.ordinals).start;
  const first = typeof start === "number" ? start : 0;
  const ordinals = { first, end: first + (workload.replicas ?? 1) };
  return recordsOf(spec.volumeClaimTemplates).map(({ entry }) => {
    const name = String(recordOf(entry.metadata).name);
    return [`${namespaceOf(workload)}/${name}-${workload.ref.name}`, ordinals];
  });
}
