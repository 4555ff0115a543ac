import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { labelsMatch } from "#lib/kubernetes/selectors.ts";
import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { recordOf, recordsOf, stringsOf } from "../reading/entries.ts";
import { namespaceOf, objectsIn } from "../reading/namespaced.ts";
import { makerOfPods } from "../reading/pod-maker.ts";
import { selectorOfService, workloadsBehind } from "../reading/service-selection.ts";

/**
 * Judges whether a Service's selector finds pods in its namespace and, on a cluster, whether it has endpoints. Services
 * without a selector and aliases by name have their endpoints from elsewhere.
 */
export const serviceSelectorNoMatch = check({
  id: "service-selector-no-match",
  title: "Service leads to no pod",
  severity: "medium",
  layer: "cluster",
  dimension: "applications",
  concern: null,
  references: [],
  why: "Whoever calls this Service gets a refused connection. Mostly a label was renamed on one side, and the error shows at the first call; sometimes it is a leftover, and the next pod that happens to carry the label receives traffic that was never meant for it.",
  seeByHand:
    "kubectl -n shop get endpointslices -l kubernetes.io/service-name=web; kubectl -n shop get pods --show-labels",
  fix: "Compare spec.selector with the labels of the pod template: every one of them has to be there, in the same namespace. Take both from the same place in your chart. Delete the Service when nobody needs it.",
  before: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: webb }, ports: [{ port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  after: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  of: "object",
  kinds: ["Service"],
  look: ({ object }, index) => {
    const selector = selectorOfService(object);
    if (!selector) return NOT_APPLICABLE;
    const namespace = namespaceOf(object);
    const written = Object.entries(selector)
      .map(([key, value]) => `${key}=${value}`)
      .join(", ");
    const endpoints = endpointsOf(object, index);
    if (endpoints.some((count) => count > 0)) return PASS;
    const behind = workloadsBehind(object, index);
    if (behind.length === 0) {
      const maker = makerOfPods(index, namespace, (labels) => labelsMatch(selector, labels));
      if (maker)
        return notAssessable(`${maker.kind} "${maker.metadata.name}" may make the pods that the Service selects`);
      return [{ field: "spec.selector", message: `no pod in namespace "${namespace}" has the labels ${written}` }];
    }
    const isRunning = behind.some(({ replicas }) => replicas !== 0);
    if (!isRunning || endpoints.length === 0) return PASS;
    return [
      {
        field: "spec.selector",
        message: `none of the pods with the labels ${written} is ready, so the Service has no endpoint`,
      },
    ];
  },
});

/** Number of addresses in each Endpoints or EndpointSlice of the Service; [] when the snapshot holds none. */
function endpointsOf(service: KubernetesObject, index: ClusterIndex): number[] {
  const namespace = namespaceOf(service);
  const { name } = service.metadata;
  const slices = objectsIn(index, "EndpointSlice", namespace).filter(
    ({ object }) => object.metadata.labels?.["kubernetes.io/service-name"] === name,
  );
  const plain = objectsIn(index, "Endpoints", namespace).filter(({ object }) => object.metadata.name === name);
  return [
    ...plain.map(({ object }) =>
      recordsOf(object.subsets).reduce((sum, { entry }) => sum + recordsOf(entry.addresses).length, 0),
    ),
    ...slices.map(({ object }) =>
      recordsOf(object.endpoints)
        .filter(({ entry }) => recordOf(entry.conditions).ready !== false)
        .reduce((sum, { entry }) => sum + stringsOf(entry.addresses).length, 0),
    ),
  ];
}
