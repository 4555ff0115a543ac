import { check, EVERY_ROLE, NOT_APPLICABLE } from "../check.ts";
import { entriesOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";

const FIRST_UNPRIVILEGED_PORT = 1024;

/**
 * Restricted fields: ports[*].containerPort of every container. Allowed: 1024 and above.
 * Windows has no privileged ports: not applicable there.
 */
export const privilegedContainerPort = check({
  id: "privileged-container-port",
  title: "Container listens on a port below 1024",
  severity: "low",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["O22:K01", "O25:K01"],
  why: "Ports below 1024 were made for root. A container that wants one runs as root, or keeps the capability NET_BIND_SERVICE, or depends on a kernel setting of the runtime; each stands in the way of running with no privilege at all. Inside a pod the number means nothing to clients: the Service translates it.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.containers[].ports[]? | select(.containerPort < 1024) | $pod + " " + (.containerPort | tostring)'`,
  fix: "Let the process listen on 8080 or 8443 and map it in the Service: port 80, targetPort 8080. Change the probes together with it. Many base images have an unprivileged twin that does so already.",
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
          ports: [{ name: http, containerPort: 80 }]
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
          ports: [{ name: http, containerPort: 8080 }]
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container, workload }) => {
    if (isWindowsPod(workload.pod)) return NOT_APPLICABLE;
    return entriesOf(container.ports).flatMap(({ entry, at }) => {
      const port = entry.containerPort;
      if (typeof port !== "number" || port <= 0 || port >= FIRST_UNPRIVILEGED_PORT) return [];
      return [
        {
          field: `ports[${at}].containerPort`,
          message: `${nameInWords("container", container.name)} listens on port ${port}`,
        },
      ];
    });
  },
});
