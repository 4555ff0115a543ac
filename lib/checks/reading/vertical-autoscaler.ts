import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Fault } from "../check.ts";
import { recordOf, recordsOf, stringsOf } from "./entries.ts";
import { namespaceOf, objectNamed } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { parseQuantity } from "./quantity.ts";
import { autoscalersOf } from "./replica-floor.ts";
import { POD_CARRIERS } from "./workload-of.ts";

const MODES: ReadonlySet<unknown> = new Set(["Off", "Initial", "Recreate", "Auto", "InPlaceOrRecreate", "InPlace"]);
const BUILT_IN: ReadonlySet<string> = new Set(POD_CARRIERS);

/** What is wrong with a VerticalPodAutoscaler by itself and beside the other autoscalers of its target. */
export function verticalFaults(vpa: KubernetesObject, index: ClusterIndex): Fault[] {
  const { targetRef, updatePolicy } = recordOf(vpa.spec);
  const { kind, name } = recordOf(targetRef);
  const { updateMode } = recordOf(updatePolicy);
  const faults = boundFaults(vpa);
  if (updateMode !== undefined && updateMode !== null && !MODES.has(updateMode))
    faults.push({ field: "spec.updatePolicy.updateMode", message: `"${updateMode}" is no mode that it knows` });
  if (typeof kind !== "string" || typeof name !== "string" || name === "")
    return [...faults, { field: "spec.targetRef", message: "it names no workload" }];
  const namespace = namespaceOf(vpa);
  const isMissing = BUILT_IN.has(kind) && !objectNamed(index, kind, namespace, name);
  if (isMissing)
    faults.push({ field: "spec.targetRef.name", message: `there is no ${kind} "${name}" in namespace "${namespace}"` });
  const other = (byTarget(index, "all").get(keyOf(kind, namespace, name)) ?? []).find(
    (each) => each.metadata.name !== vpa.metadata.name,
  );
  if (other) {
    const message = `VerticalPodAutoscaler "${other.metadata.name}" changes ${kind} "${name}" as well`;
    faults.push({ field: "spec.targetRef", message });
  }
  return [...faults, ...clashes(vpa, kind, name, index)];
}

const byTarget = oncePerIndex((index: ClusterIndex, _: "all") =>
  Map.groupBy(
    index.ofKind("VerticalPodAutoscaler").map(({ object }) => object),
    (vpa) => {
      const { kind, name } = recordOf(recordOf(vpa.spec).targetRef);
      return keyOf(kind, namespaceOf(vpa), name);
    },
  ),
);

function keyOf(kind: unknown, namespace: string, name: unknown): string {
  return JSON.stringify([kind, namespace, name]);
}

function boundFaults(vpa: KubernetesObject): Fault[] {
  const policies = recordsOf(recordOf(recordOf(vpa.spec).resourcePolicy).containerPolicies);
  return policies.flatMap(({ entry, at }) =>
    ["cpu", "memory"].flatMap((resource) => {
      const [least, most] = [recordOf(entry.minAllowed)[resource], recordOf(entry.maxAllowed)[resource]];
      const [low, high] = [parseQuantity(least), parseQuantity(most)];
      if (low === null || high === null || low <= high) return [];
      const field = `spec.resourcePolicy.containerPolicies[${at}].minAllowed.${resource}`;
      return [{ field, message: `the least ${resource} (${least}) is more than the most (${most})` }];
    }),
  );
}

/** It acts on a resource by which another autoscaler counts pods: a larger pod looks less busy, and one is taken away. */
function clashes(vpa: KubernetesObject, kind: string, name: string, index: ClusterIndex): Fault[] {
  if (recordOf(recordOf(vpa.spec).updatePolicy).updateMode === "Off") return [];
  const controlled = controlledBy(vpa);
  return autoscalersOf(index, kind, namespaceOf(vpa), name).flatMap(({ object: { object } }) => {
    const shared = resourcesCountedBy(object).filter((resource) => controlled.has(resource));
    if (shared.length === 0) return [];
    const message = `it changes the ${shared.join(" and ")} of pods by which ${object.kind} "${object.metadata.name}" counts them`;
    return [{ field: "spec.updatePolicy.updateMode", message }];
  });
}

function controlledBy(vpa: KubernetesObject): Set<string> {
  const policies = recordsOf(recordOf(recordOf(vpa.spec).resourcePolicy).containerPolicies).map(({ entry }) => entry);
  const active = policies.filter(({ mode }) => mode !== "Off");
  if (policies.length === 0) return new Set(["cpu", "memory"]);
  return new Set(
    active.flatMap(({ controlledResources }) =>
      Array.isArray(controlledResources) ? stringsOf(controlledResources) : ["cpu", "memory"],
    ),
  );
}

/** Without any metric an autoscaler counts by CPU. KEDA calls its metrics triggers. */
function resourcesCountedBy({ kind, spec }: KubernetesObject): string[] {
  const { metrics, triggers } = recordOf(spec);
  if (kind === "ScaledObject")
    return recordsOf(triggers).flatMap(({ entry }) => (typeof entry.type === "string" ? [entry.type] : []));
  const listed = recordsOf(metrics).map(({ entry }) => entry);
  if (listed.length === 0) return ["cpu"];
  return listed.flatMap(({ type, resource, containerResource }) => {
    const { name } = recordOf(type === "Resource" ? resource : type === "ContainerResource" ? containerResource : null);
    return typeof name === "string" ? [name] : [];
  });
}
