import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { recordsOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { isMirrorPod } from "../reading/pod-template.ts";
import { isPortName, isPortNumber, parsePort } from "../reading/port-name.ts";
import { isUnrendered } from "../reading/unrendered.ts";

/**
 * Restricted field: ports of every container. Allowed: numbers from 1 to 65535, each with a name by the rules of
 * Kubernetes, and no name nor number (of one protocol and address) twice in a container.
 */
export const containerPortInvalidOrUnnamed = check({
  id: "container-port-invalid-or-unnamed",
  title: "Port of a container is invalid, doubled or has no name",
  severity: "low",
  layer: "container",
  dimension: "applications",
  concern: null,
  references: [],
  why: "Services and probes find a port best by its name: then the number can change in one place. Without names it stands in three, and one is forgotten. An invalid name or number, or one name twice, is refused by the API server, or leads traffic to the wrong one.",
  seeByHand: `kubectl get pods -A -o jsonpath='{range .items[*]}{.metadata.namespace}/{.metadata.name} {.spec.containers[*].ports}{"\\n"}{end}'`,
  fix: "Give each port a short name that says the protocol (http, grpc, metrics), at most 15 of a-z, 0-9 and -, and use it in targetPort and in probes. Names may be changed at any time together with those who use them; a Service whose targetPort is a name that is gone leads nowhere.",
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
          ports: [{ containerPort: 8080 }]
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
  roles: ["container", "init", "sidecar"],
  look: ({ container, workload }) => {
    const ports = recordsOf(container.ports);
    if (ports.length === 0 || isMirrorPod(workload)) return NOT_APPLICABLE;
    const who = nameInWords("container", container.name);
    const names = new Set<string>();
    const numbers = new Set<string>();
    return ports.flatMap(({ entry, at }) => {
      const field = `ports[${at}]`;
      return [...nameFaults(entry.name, field, names, who), ...numberFaults(entry, field, numbers, who)];
    });
  },
});

function nameFaults(name: unknown, field: string, seen: Set<string>, who: string): Fault[] {
  if (typeof name !== "string" || name === "")
    return [{ field: `${field}.name`, message: `a port of ${who} has no name` }];
  if (isUnrendered(name)) return [];
  if (!isPortName(name)) {
    const message = `"${name.slice(0, 40)}" of ${who} cannot be the name of a port: at most 15 of a-z, 0-9 and -`;
    return [{ field: `${field}.name`, message }];
  }
  if (seen.has(name)) return [{ field: `${field}.name`, message: `${who} has two ports that are named "${name}"` }];
  seen.add(name);
  return [];
}

function numberFaults(
  { containerPort, protocol, hostIP, hostPort }: Record<string, unknown>,
  field: string,
  seen: Set<string>,
  who: string,
): Fault[] {
  const number = parsePort(containerPort);
  if (typeof number === "string" && isUnrendered(number)) return [];
  if (typeof number !== "number" || !isPortNumber(number)) {
    const written = number === null ? "nothing" : `"${String(number).slice(0, 40)}"`;
    return [{ field: `${field}.containerPort`, message: `${who} has ${written} for a port: there are 1 to 65535` }];
  }
  const key = JSON.stringify([number, protocol ?? "TCP", hostIP, hostPort]);
  if (seen.has(key)) return [{ field: `${field}.containerPort`, message: `${who} lists port ${number} twice` }];
  seen.add(key);
  return [];
}
