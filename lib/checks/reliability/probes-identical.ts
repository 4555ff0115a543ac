import { check, NOT_APPLICABLE, PASS, RUNNING_ROLES } from "../check.ts";
import { recordOf, stringsOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { isMirrorPod, runsToCompletion } from "../reading/pod-template.ts";

/** What Kubernetes takes when a probe does not say it. */
const DEFAULT_PERIOD = 10;
const DEFAULT_FAILURES = 3;

/**
 * Compares the two probes of every container that keeps running, with the defaults that Kubernetes fills in. Allowed:
 * different questions; or the same one where liveness waits longer before it gives up, as the Kubernetes documentation
 * suggests for cheap endpoints.
 */
export const probesIdentical = check({
  id: "probes-identical",
  title: "Liveness and readiness probe ask the same",
  severity: "low",
  layer: "container",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "Not ready means: send no requests for a while. Not alive means: kill it. When both ask the same and give up at the same time, a pod that is only busy, or waits for its database, is killed at the very moment when it should be left alone; all its neighbours take over its load, and they are next.",
  seeByHand:
    "kubectl -n shop get deploy web -o jsonpath='{.spec.template.spec.containers[*].livenessProbe}{.spec.template.spec.containers[*].readinessProbe}'",
  fix: "Let readiness ask whether it can serve, with what it needs for that, and liveness only whether the process still answers, without any dependency. Where one address has to do for both, give liveness a failureThreshold that is several times higher. If nothing but a restart ever helps, keep both; if a restart never helps, drop liveness.",
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
          livenessProbe: { httpGet: { path: /health, port: 8080 } }
          readinessProbe: { httpGet: { path: /health, port: 8080 } }
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
          livenessProbe: { httpGet: { path: /alive, port: 8080 } }
          readinessProbe: { httpGet: { path: /health, port: 8080 } }
`,
  of: "container",
  roles: RUNNING_ROLES,
  look: ({ container, workload }) => {
    if (runsToCompletion(workload) || isMirrorPod(workload)) return NOT_APPLICABLE;
    const liveness = recordOf(container.livenessProbe);
    const readiness = recordOf(container.readinessProbe);
    const question = questionOf(liveness);
    const other = questionOf(readiness);
    if (question === null || other === null) return NOT_APPLICABLE;
    if (question !== other || patienceOf(liveness) > patienceOf(readiness)) return PASS;
    const seen = "asks the same in its liveness as in its readiness probe, and is killed no later than it is set aside";
    return [{ field: "livenessProbe", message: `${nameInWords("container", container.name)} ${seen}` }];
  },
});

/** What a probe asks, so that equal questions are equal texts; null when it asks nothing. */
function questionOf({ httpGet, tcpSocket, exec, grpc }: Record<string, unknown>): string | null {
  if (httpGet) {
    const { path, port, host, scheme, httpHeaders } = recordOf(httpGet);
    return JSON.stringify(["http", path || "/", String(port), host || "", scheme || "HTTP", httpHeaders ?? []]);
  }
  if (tcpSocket) return JSON.stringify(["tcp", String(recordOf(tcpSocket).port), recordOf(tcpSocket).host || ""]);
  if (grpc) return JSON.stringify(["grpc", recordOf(grpc).port, recordOf(grpc).service || ""]);
  return exec ? JSON.stringify(["exec", stringsOf(recordOf(exec).command)]) : null;
}

/** Seconds of failing after which the kubelet acts. */
function patienceOf({ periodSeconds, failureThreshold }: Record<string, unknown>): number {
  const orElse = (value: unknown, otherwise: number) => (typeof value === "number" && value > 0 ? value : otherwise);
  return orElse(periodSeconds, DEFAULT_PERIOD) * orElse(failureThreshold, DEFAULT_FAILURES);
}
