import { labelsMatch } from "#lib/kubernetes/selectors.ts";
import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { namespaceOf, objectsIn } from "../reading/namespaced.ts";
import { podLabelsOf } from "../reading/pod-template.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { selectorOfService } from "../reading/service-selection.ts";
import { workloadOf } from "../reading/workload-of.ts";

/**
 * Judges spec.serviceName: set, the name of a Service of the same namespace, headless (clusterIP: None), and one that
 * selects the pods.
 */
export const statefulsetHeadlessServiceMissing = check({
  id: "statefulset-headless-service-missing",
  title: "StatefulSet has no headless Service",
  severity: "medium",
  layer: "container",
  dimension: "applications",
  concern: null,
  references: [],
  why: "The members of a database find each other by names such as db-0.db.shop.svc. Those names come from a headless Service; without it they do not exist, and a cluster that worked on the first node never forms on the second, or forms twice.",
  seeByHand:
    "kubectl get statefulsets -A -o custom-columns=NS:.metadata.namespace,NAME:.metadata.name,SERVICE:.spec.serviceName; kubectl get services -A | grep None",
  fix: "Add a Service with clusterIP: None that selects the pods, and name it in serviceName. That field cannot be changed later: delete the StatefulSet with --cascade=orphan and apply it anew; the pods stay. Clients may go on using an ordinary Service beside it.",
  before: `apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { selector: { app: db }, ports: [{ port: 5432 }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers: [{ name: db, image: "registry.example/shop/db:16.4" }]
`,
  after: `apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { clusterIP: None, selector: { app: db }, ports: [{ port: 5432 }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers: [{ name: db, image: "registry.example/shop/db:16.4" }]
`,
  of: "object",
  kinds: ["StatefulSet"],
  look: ({ object }, index) => {
    const { serviceName } = recordOf(object.spec);
    if (object.apiVersion.split("/")[0] !== "apps") return NOT_APPLICABLE;
    const field = "spec.serviceName";
    if (typeof serviceName !== "string" || serviceName === "")
      return [{ field, message: "it names no Service, so its pods have no names of their own" }];
    const namespace = namespaceOf(object);
    const service = objectsIn(index, "Service", namespace).find(
      (each) => each.object.apiVersion === "v1" && each.object.metadata.name === serviceName,
    )?.object;
    if (!service) {
      if (!isWholeCluster(index) && objectsIn(index, "Service", namespace).length === 0)
        return notAssessable(`the snapshot holds no Service of namespace "${namespace}"`);
      return [{ field, message: `there is no Service "${serviceName}" in namespace "${namespace}"` }];
    }
    if (recordOf(service.spec).clusterIP !== "None")
      return [{ field, message: `Service "${serviceName}" is not headless, so the pods cannot be found one by one` }];
    const workload = workloadOf(object, index);
    const selector = selectorOfService(service);
    if (!workload || !selector || labelsMatch(selector, podLabelsOf(workload))) return PASS;
    return [{ field, message: `the headless Service "${serviceName}" selects other pods` }];
  },
});
