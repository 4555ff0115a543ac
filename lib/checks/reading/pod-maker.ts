import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { recordOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { labelsOf } from "./pod-template.ts";

type Labels = Record<string, string>;
type Maker = { object: KubernetesObject; labelSets: Labels[] };

/**
 * In manifests, pods that an operator will make are announced by its own resource, which carries their labels. On a
 * running cluster the pods themselves are there.
 */
export function makerOfPods(
  index: ClusterIndex,
  namespace: string,
  matches: (labels: Labels) => boolean,
): KubernetesObject | undefined {
  if (index.live) return undefined;
  return makersIn(index, "")
    .get(namespace)
    ?.find(({ labelSets }) => labelSets.some(matches))?.object;
}

const makersIn = oncePerIndex((index: ClusterIndex, _: string): ReadonlyMap<string, readonly Maker[]> => {
  const makers = Object.keys(index.counts)
    .flatMap((kind) => index.ofKind(kind))
    .filter(({ object }) => isOfOperator(object))
    .map(({ object }) => ({ object, labelSets: labelSetsOf(object) }));
  return Map.groupBy(makers, ({ object }) => namespaceOf(object));
});

function isOfOperator({ apiVersion }: KubernetesObject): boolean {
  const [group = ""] = apiVersion.split("/");
  return group.includes(".") && !group.endsWith(".k8s.io");
}

function labelSetsOf(object: KubernetesObject): Labels[] {
  const spec = recordOf(object.spec);
  const templates = [object, spec.template, spec.podTemplate, { metadata: spec.podMetadata }];
  return templates.map((one) => labelsOf(recordOf(recordOf(one).metadata).labels));
}
