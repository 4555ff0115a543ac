import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { ContainerInPod, Workload } from "#lib/kubernetes/pod.ts";
import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { recordOf, recordsOf, stringsOf } from "../reading/entries.ts";
import { isSystemNamespace, namespaceOf } from "../reading/namespaced.ts";
import { isMirrorPod, runsToCompletion } from "../reading/pod-template.ts";
import { servicesBefore } from "../reading/service-selection.ts";

/** Seconds below which open requests are cut off; Kubernetes gives 30 unless told otherwise. */
const SHORTEST_GRACE = 10;
const DEFAULT_GRACE = 30;

/**
 * Judges what stands behind a Service: the container that serves it has a preStop hook, the grace period is 10 seconds
 * or more, and longer than the hook sleeps. kube-system is the platform's own.
 */
export const terminationNotGraceful = check({
  id: "termination-not-graceful",
  title: "Pod behind a Service ends without finishing its requests",
  severity: "low",
  layer: "container",
  dimension: "applications",
  concern: null,
  references: [],
  why: "When a pod ends, the signal to stop and the news that it is gone set out at the same time, and the news is slower. For a few seconds requests still arrive at a process that has closed its door. Pods end all the time, at each release and each drain, so users see errors at each of them.",
  seeByHand:
    "kubectl -n shop get deploy web -o jsonpath='{.spec.template.spec.terminationGracePeriodSeconds} {.spec.template.spec.containers[*].lifecycle}'",
  fix: "Add a preStop hook that waits a few seconds (sleep is built in from Kubernetes 1.30 on), let the application finish its open requests on SIGTERM, and set terminationGracePeriodSeconds above the sum of both. Releases take that much longer. An application that itself goes on serving for some seconds after SIGTERM needs no hook; record that as an exception.",
  before: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      terminationGracePeriodSeconds: 2
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  after: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      terminationGracePeriodSeconds: 45
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
          lifecycle: { preStop: { sleep: { seconds: 10 } } }
`,
  of: "workload",
  look: (workload, index) => {
    if (runsToCompletion(workload) || isMirrorPod(workload)) return NOT_APPLICABLE;
    if (isSystemNamespace(namespaceOf(workload))) return NOT_APPLICABLE;
    if (servicesBefore(workload, index).length === 0) return NOT_APPLICABLE;
    const serving = servingContainers(workload, index);
    if (serving.length === 0) return NOT_APPLICABLE;
    return [...graceFaults(workload, serving), ...hookFaults(serving)];
  },
});

function graceFaults(workload: Workload, serving: readonly ContainerInPod[]): Fault[] {
  const given = workload.pod.terminationGracePeriodSeconds;
  const grace = typeof given === "number" ? given : DEFAULT_GRACE;
  const field = `${workload.podField}.terminationGracePeriodSeconds`;
  if (grace < SHORTEST_GRACE)
    return [{ field, message: `it has ${grace} seconds to end, too few to finish open requests` }];
  const sleeper = serving.find(({ container }) => sleepOf(container.lifecycle?.preStop) >= grace);
  if (!sleeper) return [];
  const sleep = sleepOf(sleeper.container.lifecycle?.preStop);
  return [
    {
      field,
      message: `the preStop hook of container "${sleeper.container.name}" sleeps ${sleep} seconds of the ${grace} that it has to end`,
    },
  ];
}

function hookFaults(serving: readonly ContainerInPod[]): Fault[] {
  const hasHook = ({ container }: ContainerInPod) =>
    Object.keys(recordOf(recordOf(container.lifecycle).preStop)).length > 0;
  if (serving.some(hasHook)) return [];
  return serving.slice(0, 1).map(({ container, field }) => ({
    field: `${field}.lifecycle.preStop`,
    message: `container "${container.name}" serves a Service and has no preStop hook, so it stops while requests still arrive`,
  }));
}

/** The containers whose declared ports a Service targets; all of them where none declares one. */
function servingContainers(workload: Workload, index: ClusterIndex): ContainerInPod[] {
  const targets = servicesBefore(workload, index).flatMap(({ object }) =>
    recordsOf(recordOf(object.spec).ports).map(({ entry }) => entry.targetPort ?? entry.port),
  );
  const running = containersOf(workload).filter(({ role }) => role === "container");
  const declaring = running.filter(({ container }) =>
    recordsOf(container.ports).some(
      ({ entry }) => targets.includes(entry.containerPort) || targets.includes(entry.name),
    ),
  );
  return declaring.length > 0 ? declaring : running;
}

function sleepOf(hook: unknown): number {
  const { sleep, exec } = recordOf(hook);
  const { seconds } = recordOf(sleep);
  if (typeof seconds === "number") return seconds;
  const command = stringsOf(recordOf(exec).command).join(" ").slice(0, 500);
  return Number(/(?:^|[\s/])sleep\s+(\d+)/.exec(command)?.[1] ?? 0);
}
