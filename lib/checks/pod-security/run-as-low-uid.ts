import { check, EVERY_ROLE } from "../check.ts";
import { judgeOwnedId } from "../reading/owned-id.ts";

/**
 * Restricted fields: securityContext.runAsUser of the pod and of every container; the container's wins.
 * Allowed: a number above 10000. Unset is what the image says; where OpenShift gives out users from a range, that. Not applicable on
 * Windows and in user namespaces.
 */
export const runAsLowUid = check({
  id: "run-as-low-uid",
  title: "Container runs under a user id that the node may use too",
  severity: "low",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["NSA pod", "O22:K01", "O25:K01"],
  why: "Ids are plain numbers: user 1000 in a container is user 1000 of the node. Where a process gets out, or shares a folder with the node or another tenant, it may read and write whatever that number owns there. A number above 10000 belongs to nobody, so there is nothing to inherit.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .spec.securityContext.runAsUser as $pod | .metadata.namespace + "/" + .metadata.name as $name | .spec.containers[] | select((.securityContext.runAsUser // $pod // 0) <= 10000) | $name + " " + .name'`,
  fix: "Set runAsUser on the pod to a number above 10000, one for each application, and keep it stable: files on volumes belong to it. Images with files of a fixed user need them chowned in the build or made readable for all; volumes need an fsGroup. Some software looks its user up in /etc/passwd and needs an entry there.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
          securityContext: { runAsUser: 1000 }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      securityContext: { runAsUser: 10001 }
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  of: "container",
  roles: EVERY_ROLE,
  look: (visited, index) => judgeOwnedId(visited, "runAsUser", index),
});
