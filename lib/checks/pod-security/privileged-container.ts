import { check, EVERY_ROLE, PASS } from "../check.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/**
 * Restricted field: securityContext.privileged of every container, init and ephemeral ones included.
 * Allowed: unset, false.
 */
export const privilegedContainer = check({
  id: "privileged-container",
  title: "Container runs privileged",
  severity: "high",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["CIS 5.2.2", "PSS baseline", "NSA pod", "O22:K01", "O25:K01"],
  escalatesTo: "cluster",
  why: "A privileged container has every capability, sees every device of the node and runs without seccomp or AppArmor. Whoever takes over the process mounts the node's disk and owns the node, and with it the credentials of every pod beside it.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | select([.spec.containers[], .spec.initContainers[]?] | any(.securityContext.privileged == true)) | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Take the flag away and see what fails: most software asked for one capability or one device. Add that capability alone, or hand the device over by a device plugin. What truly manages nodes (storage and network drivers) stays privileged, in a namespace of its own that nobody else may deploy to, as an exception with an end date.",
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
          securityContext: { privileged: true }
`,
  after: `apiVersion: apps/v1
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
          securityContext: { privileged: false, capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] } }
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container }) =>
    container.securityContext?.privileged === true
      ? [
          {
            field: "securityContext.privileged",
            message: `${nameInWords("container", container.name)} runs privileged`,
          },
        ]
      : PASS,
});
