import { check, EVERY_ROLE } from "../check.ts";
import { judgeOwnedId } from "../reading/owned-id.ts";

/**
 * Restricted fields: securityContext.runAsGroup of the pod and of every container; the container's wins.
 * Allowed: a number above 10000. Unset is the group of the image's user, or 0. Not applicable on
 * Windows and in user namespaces.
 */
export const runAsLowGid = check({
  id: "run-as-low-gid",
  title: "Container runs under a group id that the node may use too",
  severity: "low",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["NSA pod", "O22:K01", "O25:K01"],
  why: "The primary group decides who else may read what a process writes, and which files of others it may open. Unset it is mostly 0, root's own group, to which many images and folders of the node grant more than they should. A group above 10000 belongs to nobody else.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .spec.securityContext.runAsGroup as $pod | .metadata.namespace + "/" + .metadata.name as $name | .spec.containers[] | select((.securityContext.runAsGroup // $pod // 0) <= 10000) | $name + " " + .name'`,
  fix: "Set runAsGroup on the pod to a number above 10000, one for each application, and keep it stable: files on volumes belong to it. Files in the image that only root's group may read need another group or mode in the build; on volumes fsGroup does it. OpenShift runs containers in group 0 on purpose: accept the exception there.",
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
          securityContext: { runAsGroup: 1000 }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      securityContext: { runAsGroup: 10001 }
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  of: "container",
  roles: EVERY_ROLE,
  look: (visited, index) => judgeOwnedId(visited, "runAsGroup", index),
});
