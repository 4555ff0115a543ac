import { check, EVERY_ROLE } from "../check.ts";
import { entriesOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/**
 * Restricted fields: ports[*].hostPort of every container. Allowed: unset, 0.
 * On the node's network the API server copies containerPort into hostPort, so there every port is one of the node.
 */
export const hostPort = check({
  id: "host-port",
  title: "Container takes a port of the node",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["CIS 5.2.12", "PSS baseline", "O22:K01", "O25:K01"],
  why: "A port of the node is reachable by whoever reaches the node, past Services, ingress and often past network policies. It also ties the pod to nodes where the port is free: two replicas cannot share a node, and a rollout can wait for ever.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.containers[].ports[]? | select(.hostPort) | $pod + " " + (.hostPort | tostring)'`,
  fix: "Remove hostPort and publish the container port by a Service (NodePort or LoadBalancer where it must be reached from outside). Before, find out who connects to the node's address: their configuration has to change on the same day.",
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
          ports: [{ containerPort: 8080, hostPort: 80 }]
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
          ports: [{ containerPort: 8080 }]
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container, workload }) =>
    entriesOf(container.ports).flatMap(({ entry, at }) => {
      if (typeof entry.hostPort === "number" && entry.hostPort !== 0) {
        const message = `${nameInWords("container", container.name)} takes port ${entry.hostPort} of the node`;
        return [{ field: `ports[${at}].hostPort`, message }];
      }
      if (workload.pod.hostNetwork !== true || typeof entry.containerPort !== "number") return [];
      const message = `${nameInWords("container", container.name)} takes port ${entry.containerPort} of the node, whose network it uses`;
      return [{ field: `ports[${at}].containerPort`, message }];
    }),
});
