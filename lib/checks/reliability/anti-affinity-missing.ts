import type { Workload } from "#lib/kubernetes/pod.ts";
import { labelSelectorMatches } from "#lib/kubernetes/selectors.ts";
import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf, recordsOf, stringsOf } from "../reading/entries.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { podLabelsOf } from "../reading/pod-template.ts";
import { isReplicated, replicaFloor } from "../reading/replica-floor.ts";

const NODE = "kubernetes.io/hostname";
/** Whoever stands in different zones stands on different nodes. */
const APART: ReadonlySet<unknown> = new Set([
  NODE,
  "topology.kubernetes.io/zone",
  "topology.kubernetes.io/region",
  "failure-domain.beta.kubernetes.io/zone",
  "failure-domain.beta.kubernetes.io/region",
]);

/**
 * Judges what keeps two or more replicas. Allowed: an anti-affinity, required or preferred, whose selector matches the
 * pod itself over nodes, zones or regions; or a topology spread of the pod itself over nodes.
 */
export const antiAffinityMissing = check({
  id: "anti-affinity-missing",
  title: "Replicas may stand on one node",
  severity: "low",
  layer: "container",
  dimension: "architecture",
  concern: null,
  references: [],
  why: "Nothing tells the scheduler that these pods stand in for each other. It may put all of them onto the node with the most room, and often does right after an upgrade; then one failed machine ends them all.",
  seeByHand: "kubectl get pods -A -o wide --sort-by=.spec.nodeName",
  fix: "Add a topology spread over kubernetes.io/hostname, or an anti-affinity to the pod's own labels; preferred is enough for most, required keeps a pod waiting when there are fewer nodes than replicas, also during each rollout. It acts when pods are placed: restart the workload once.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      affinity:
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              podAffinityTerm: { topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: web } } }
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  of: "workload",
  look: (workload, index) => {
    if (!isReplicated(workload)) return NOT_APPLICABLE;
    const floor = replicaFloor(workload, index);
    if (floor === null || floor < 2) return NOT_APPLICABLE;
    if (termsOf(workload).some((term) => keepsApart(term, workload)) || isSpreadOverNodes(workload)) return PASS;
    const field = `${workload.podField}.affinity.podAntiAffinity`;
    return [{ field, message: `nothing keeps its ${floor} replicas on different nodes` }];
  },
});

type Term = Record<string, unknown>;

function termsOf({ pod }: Workload): Term[] {
  const anti = recordOf(recordOf(pod.affinity).podAntiAffinity);
  const required = recordsOf(anti.requiredDuringSchedulingIgnoredDuringExecution).map(({ entry }) => entry);
  const preferred = recordsOf(anti.preferredDuringSchedulingIgnoredDuringExecution);
  return [...required, ...preferred.map(({ entry }) => recordOf(entry.podAffinityTerm))];
}

/** Terms that name namespaces, and not that of the pod, keep it apart from others. */
function keepsApart({ topologyKey, labelSelector, namespaces, namespaceSelector }: Term, workload: Workload): boolean {
  const isElsewhere =
    stringsOf(namespaces).length > 0 &&
    (namespaceSelector === undefined || namespaceSelector === null) &&
    !stringsOf(namespaces).includes(namespaceOf(workload));
  return !isElsewhere && APART.has(topologyKey) && labelSelectorMatches(labelSelector, podLabelsOf(workload));
}

function isSpreadOverNodes(workload: Workload): boolean {
  return recordsOf(workload.pod.topologySpreadConstraints).some(
    ({ entry }) => entry.topologyKey === NODE && labelSelectorMatches(entry.labelSelector, podLabelsOf(workload)),
  );
}
