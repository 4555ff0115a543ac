import { check, NOT_APPLICABLE, PASS, RUNNING_ROLES } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { isSystemNamespace, namespaceOf } from "../reading/namespaced.ts";
import { isMirrorPod, runsToCompletion } from "../reading/pod-template.ts";

/** Seconds. A default liveness probe bridges half a minute by itself; twice that is a start that deserves a probe of its own. */
const LONG_DELAY = 60;

/**
 * Restricted field: livenessProbe.initialDelaySeconds of every container that keeps running. Allowed: less than a
 * minute, or any with a startupProbe.
 */
export const startupProbeMissing = check({
  id: "startup-probe-missing",
  title: "Slow start is bridged by a long delay",
  severity: "low",
  layer: "container",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "The delay is waited for after every start, also when the program is up after ten seconds, and while it lasts nobody notices that it hangs. On the day when the start takes longer than the delay, the liveness probe kills it in the middle, each time anew, and it never comes up.",
  seeByHand:
    "kubectl get pods -A -o custom-columns='NS:.metadata.namespace,POD:.metadata.name,DELAY:.spec.containers[*].livenessProbe.initialDelaySeconds,STARTUP:.spec.containers[*].startupProbe'",
  fix: "Add a startupProbe that asks the same as the liveness probe, with a failureThreshold for the slowest start that you have seen, twice over, and take initialDelaySeconds away. The other probes wait until it has succeeded once; a program that starts fast is ready sooner than before.",
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
          livenessProbe: { httpGet: { path: /alive, port: 8080 }, initialDelaySeconds: 120 }
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
          startupProbe: { httpGet: { path: /alive, port: 8080 }, failureThreshold: 24 }
`,
  of: "container",
  roles: RUNNING_ROLES,
  look: ({ container, workload }) => {
    if (runsToCompletion(workload) || isMirrorPod(workload)) return NOT_APPLICABLE;
    // Nobody but its vendor edits what a platform brings along.
    if (isSystemNamespace(namespaceOf(workload))) return NOT_APPLICABLE;
    const liveness = recordOf(container.livenessProbe);
    if (Object.keys(liveness).length === 0) return NOT_APPLICABLE;
    if (Object.keys(recordOf(container.startupProbe)).length > 0) return PASS;
    const { initialDelaySeconds: delay } = liveness;
    if (typeof delay !== "number" || delay < LONG_DELAY) return PASS;
    const seen = `is not watched for the first ${delay} seconds and has no startup probe`;
    return [
      { field: "livenessProbe.initialDelaySeconds", message: `${nameInWords("container", container.name)} ${seen}` },
    ];
  },
});
