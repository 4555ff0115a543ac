import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { entriesOf, recordOf, recordsOf } from "../reading/entries.ts";
import { isPortName, isPortNumber, parsePort } from "../reading/port-name.ts";
import { workloadsBehind } from "../reading/service-selection.ts";
import { isUnrendered } from "../reading/unrendered.ts";

/**
 * Judges each target port of a Service (spec.ports[].port when none is given): it is a port or the name of one, and some
 * workload behind the Service has it. A name has to be there with its protocol. A number is only missed when every
 * container names its ports and none names this one, for a container may listen without saying so. A headless Service
 * hands out addresses, so its numbers count for nothing.
 */
export const servicePortMismatch = check({
  id: "service-port-mismatch",
  title: "Service sends to a port that its pods do not have",
  severity: "medium",
  layer: "cluster",
  dimension: "applications",
  concern: null,
  references: [],
  why: "Whoever calls the Service on this port gets a refused connection, or with a name that no container has, no address at all. The pods are healthy and the Service has endpoints, so it looks like a network fault and takes an afternoon to find.",
  seeByHand:
    "kubectl -n shop get service web -o jsonpath='{.spec.ports}'; kubectl -n shop get deploy web -o jsonpath='{.spec.template.spec.containers[*].ports}'",
  fix: "Name the port in the container (ports[].name) and let targetPort say that name: then a change on one side cannot be forgotten on the other. If the container does listen there, add the port to its list: the list opens nothing, but people and tools read it.",
  before: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", ports: [{ name: web, containerPort: 8080 }] }] }
`,
  after: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", ports: [{ name: http, containerPort: 8080 }] }] }
`,
  of: "object",
  kinds: ["Service"],
  look: ({ object }, index) => {
    const { type, ports } = recordOf(object.spec);
    if (object.apiVersion !== "v1" || type === "ExternalName") return NOT_APPLICABLE;
    const targets = recordsOf(ports).flatMap(({ entry, at }) => targetOf(entry, at));
    const invalid = targets.flatMap(invalidity);
    const offered = offeredBehind(object, index);
    if (offered === null) return invalid.length > 0 ? invalid : NOT_APPLICABLE;
    const valid = targets.filter((target) => invalidity(target).length === 0);
    const isHeadless = recordOf(object.spec).clusterIP === "None";
    const missing = valid.flatMap((target) => missed(target, offered, isHeadless));
    return [...invalid, ...missing];
  },
});

type Target = { port: number | string; protocol: string; field: string };

function targetOf({ port, targetPort, protocol }: Record<string, unknown>, at: number): Target[] {
  const isGiven = targetPort !== undefined && targetPort !== null && targetPort !== 0 && targetPort !== "";
  const value = isGiven ? targetPort : port;
  const number = parsePort(value);
  if (number === null) return [];
  const field = `spec.ports[${at}].${isGiven ? "targetPort" : "port"}`;
  return [{ port: number, protocol: typeof protocol === "string" ? protocol : "TCP", field }];
}

function invalidity({ port, field }: Target): Fault[] {
  if (typeof port === "number") {
    return isPortNumber(port) ? [] : [{ field, message: `${port} is no port: there are 1 to 65535` }];
  }
  if (isPortName(port) || isUnrendered(port)) return [];
  return [{ field, message: `"${port.slice(0, 40)}" cannot be the name of a port: at most 15 of a-z, 0-9 and -` }];
}

type Offered = { numbers: Set<number>; names: Set<string>; isComplete: boolean };

/** The ports of the pods behind a Service; null when there is none to ask. */
function offeredBehind(service: KubernetesObject, index: ClusterIndex): Offered | null {
  const behind = workloadsBehind(service, index).filter(({ pod }) => entriesOf(pod.containers).length > 0);
  if (behind.length === 0) return null;
  const offered: Offered = { numbers: new Set(), names: new Set(), isComplete: true };
  for (const workload of behind) addPorts(workload, offered);
  return offered;
}

function addPorts(workload: Workload, offered: Offered): void {
  for (const { container, role } of containersOf(workload)) {
    if (role === "init" || role === "ephemeral") continue;
    const ports = recordsOf(container.ports);
    if (ports.length === 0) offered.isComplete = false;
    for (const { entry } of ports) {
      const protocol = typeof entry.protocol === "string" ? entry.protocol : "TCP";
      if (typeof entry.containerPort === "number") offered.numbers.add(entry.containerPort);
      if (typeof entry.name === "string") offered.names.add(`${entry.name}/${protocol}`);
    }
  }
}

function missed({ port, protocol, field }: Target, offered: Offered, isHeadless: boolean): Fault[] {
  if (typeof port === "number") {
    if (isHeadless || !offered.isComplete || offered.numbers.has(port)) return [];
    const has = [...offered.numbers].sort((a, b) => a - b).slice(0, 8);
    return [{ field, message: `no container behind the Service has port ${port}; they have ${has.join(", ")}` }];
  }
  if (offered.names.has(`${port}/${protocol}`) || isUnrendered(port)) return [];
  return [{ field, message: `no container behind the Service has a port that is named "${port}" (${protocol})` }];
}
