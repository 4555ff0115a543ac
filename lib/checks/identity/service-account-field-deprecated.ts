import { check, PASS } from "../check.ts";

/**
 * Restricted field: serviceAccount of the pod. Allowed: unset, and equal to serviceAccountName, for the API server writes
 * both into every object that it returns.
 */
export const serviceAccountFieldDeprecated = check({
  id: "service-account-field-deprecated",
  title: "Pod names its service account by an outdated field",
  severity: "low",
  layer: "container",
  dimension: "applications",
  concern: null,
  references: [],
  why: "The field serviceAccount is an old alias of serviceAccountName. Tools and policies that read only the new field take the pod for one with the default account; and where both are set and differ, the new one wins, which is not what whoever wrote the old one believes.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | select(.spec.serviceAccount != .spec.serviceAccountName) | .metadata.namespace + "/" + .metadata.name'; grep -rn 'serviceAccount:' deploy/`,
  fix: "Rename the field to serviceAccountName in the manifest or chart. Kubernetes fills in the other one by itself, so nothing changes for the running pods. Where both are set and differ, find out first which account the pod is meant to have.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      serviceAccount: web
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  after: `apiVersion: apps/v1
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
`,
  of: "workload",
  look: ({ pod, podField }) => {
    const { serviceAccount, serviceAccountName } = pod;
    if (typeof serviceAccount !== "string" || serviceAccount === "" || serviceAccount === serviceAccountName)
      return PASS;
    const message = serviceAccountName
      ? `serviceAccount says "${serviceAccount}" and serviceAccountName "${serviceAccountName}", which is the one that counts`
      : `the service account "${serviceAccount}" is named by the outdated field serviceAccount`;
    return [{ field: `${podField}.serviceAccount`, message }];
  },
});
