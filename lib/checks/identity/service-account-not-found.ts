import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { namespaceOf, objectNamed, objectsIn } from "../reading/namespaced.ts";
import { isMirrorPod } from "../reading/pod-template.ts";
import { sayOnceOfWorkload } from "../reading/say-once.ts";
import { accountField, accountOf } from "../reading/service-account.ts";

/**
 * Looks for the service account that the pod names, in its namespace. Allowed: "default", which every namespace has.
 * Of manifests it is judged where they hold service accounts of that namespace: then they bring theirs along.
 */
export const serviceAccountNotFound = check({
  id: "service-account-not-found",
  title: "Pod names a service account that is not there",
  severity: "medium",
  layer: "container",
  dimension: "applications",
  concern: null,
  references: [],
  why: "Kubernetes refuses every pod whose account does not exist: the Deployment looks accepted and makes no pods, the rollout hangs, and pods that end are not replaced. Often the account was removed with another release while old pods still ran.",
  seeByHand: `kubectl get events -A --field-selector reason=FailedCreate | grep -i "serviceaccount"`,
  fix: "Create the account beside the workload, in the same release, or correct the name; a service account of another namespace cannot be used. With Helm set serviceAccount.create where the chart should bring it. Look also at the bindings: rights for the old name do not follow to the new one.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: webshop, namespace: shop }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      serviceAccountName: webshop
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: webshop, namespace: shop }
`,
  of: "workload",
  look: (workload, index) => {
    const { name } = accountOf(workload);
    if (name === "default" || isMirrorPod(workload)) return NOT_APPLICABLE;
    const namespace = namespaceOf(workload);
    if (objectNamed(index, "ServiceAccount", namespace, name)) return PASS;
    if (index.live && index.ofKind("ServiceAccount").length === 0)
      return sayOnceOfWorkload(workload, index, "the snapshot holds no service accounts: they were not collected");
    if (!index.live && objectsIn(index, "ServiceAccount", namespace).length === 0)
      return notAssessable(`the service account "${name}" is not among these manifests: it may be in the cluster`);
    const where = index.live ? `in namespace ${namespace}` : `among these manifests of namespace ${namespace}`;
    return [{ field: accountField(workload), message: `the service account "${name}" is not ${where}` }];
  },
});
