import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Container, Workload } from "#lib/kubernetes/pod.ts";
import { check, type Fault, NOT_APPLICABLE, RUNNING_ROLES } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { isSystemNamespace, namespaceOf } from "../reading/namespaced.ts";
import { isMirrorPod } from "../reading/pod-template.ts";
import { isPortNumber, parsePort } from "../reading/port-name.ts";
import { isUnrendered } from "../reading/unrendered.ts";

const PROBES = ["livenessProbe", "readinessProbe", "startupProbe"] as const;
type ProbeName = (typeof PROBES)[number];
type Asked = { probe: ProbeName; port: number | string; field: string };

/**
 * Judges the port of every probe. Allowed: the name of a port of the same container, or a number that some container of
 * the pod declares (they share an address). A probe that names a host asks elsewhere.
 */
export const probePortMismatch = check({
  id: "probe-port-mismatch",
  title: "Probe asks a port that the container does not declare",
  severity: "low",
  layer: "container",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "A probe by a name that no port has never succeeds: the pod is never ready, or is killed again and again. One at a number that nobody declares is mostly a port that moved: the next person changes one of the two, and a rollout stands still for a reason that takes long to find.",
  seeByHand:
    "kubectl -n shop get deploy web -o jsonpath='{.spec.template.spec.containers[*].ports}{.spec.template.spec.containers[*].readinessProbe}'",
  fix: "Name the port (ports[].name) and let the probe say that name; then both change together. Where health lies on a port of its own, declare it too: the list opens nothing, but people and tools read it.",
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
          ports: [{ name: http, containerPort: 8080 }]
          readinessProbe: { httpGet: { path: /health, port: web } }
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
          readinessProbe: { httpGet: { path: /health, port: http } }
`,
  of: "container",
  roles: RUNNING_ROLES,
  look: ({ container, workload }) => {
    if (isMirrorPod(workload) || isSystemNamespace(namespaceOf(workload))) return NOT_APPLICABLE;
    const asked = PROBES.flatMap((probe) => portOf(probe, recordOf(container[probe])));
    if (asked.length === 0) return NOT_APPLICABLE;
    const own = tcpPortsOf(container);
    const names = new Set(own.map(({ name }) => name));
    const numbers = numbersIn(workload);
    const who = nameInWords("container", container.name);
    return asked.flatMap(({ probe, port, field }): Fault[] => {
      const word = probe.replace("Probe", "");
      if (typeof port === "string") {
        if (names.has(port) || isUnrendered(port)) return [];
        return [{ field, message: `${who} has no port that is named "${port}", which its ${word} probe asks` }];
      }
      if (!isPortNumber(port))
        return [{ field, message: `the ${word} probe of ${who} asks port ${port}, which is none` }];
      if (numbers.has(port)) return [];
      const has =
        own.length > 0
          ? `only ${[...new Set(own.map(({ containerPort }) => containerPort))].slice(0, 8).join(", ")}`
          : "no port at all";
      return [{ field, message: `the ${word} probe of ${who} asks port ${port}, and it declares ${has}` }];
    });
  },
});

function portOf(probe: ProbeName, asks: Record<string, unknown>): Asked[] {
  return ["httpGet", "tcpSocket", "grpc"].flatMap((action) => {
    const { port, host } = recordOf(asks[action]);
    const read = parsePort(port);
    if (read === null || (typeof host === "string" && host !== "")) return [];
    return [{ probe, port: read, field: `${probe}.${action}.port` }];
  });
}

/** Probes ask over TCP, which is also what a port is that does not say its protocol. */
function tcpPortsOf({ ports }: Container): Record<string, unknown>[] {
  return recordsOf(ports)
    .map(({ entry }) => entry)
    .filter(({ protocol }) => (protocol ?? "TCP") === "TCP");
}

/** The numbers that the containers of a pod declare. */
function numbersIn(workload: Workload): Set<unknown> {
  const ports = containersOf(workload).flatMap(({ container }) => tcpPortsOf(container));
  return new Set(ports.map(({ containerPort }) => parsePort(containerPort)));
}
