import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import { recordOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";

/** The object that an event is about: involvedObject in the core group, regarding in events.k8s.io. */
export function subjectOf(event: KubernetesObject): { kind: string; namespace: string; name: string } | null {
  const { kind, namespace, name } = recordOf(event.involvedObject ?? event.regarding);
  if (typeof kind !== "string" || typeof name !== "string" || name === "") return null;
  return { kind, namespace: typeof namespace === "string" ? namespace : "", name };
}

const bySubject = oncePerIndex((index: ClusterIndex, _: "events") =>
  Map.groupBy(index.ofKind("Event"), ({ object }) => {
    const subject = subjectOf(object);
    return subject ? `${subject.kind}/${subject.namespace || namespaceOf(object)}/${subject.name}` : "";
  }),
);

/** The events about a namespaced object, in the order of the snapshot. */
export function eventsAbout(object: KubernetesObject, index: ClusterIndex): readonly LocatedObject[] {
  return bySubject(index, "events").get(`${object.kind}/${namespaceOf(object)}/${object.metadata.name}`) ?? [];
}
