import { check } from "../check.ts";
import { type ContainerStatus, judgeContainerStatus, type Sight } from "../reading/container-status.ts";
import { recordOf } from "../reading/entries.ts";

/**
 * Judges the last end of each container in the status of its pods: state.terminated and lastState.terminated, by the
 * reason OOMKilled. An exit code of 137 alone may be any kill and is not counted.
 */
export const containerOomKilled = check({
  id: "container-oom-killed",
  title: "Container was killed for its memory",
  severity: "medium",
  layer: "container",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "The kernel ended the process in the middle of whatever it did: requests were dropped, writes may be half done, and no log line says so. It comes back at the next peak. On a node without memory limits the kernel picks its victim itself, and that may be the neighbour.",
  seeByHand:
    'kubectl get pods -A -o jsonpath=\'{range .items[*]}{.metadata.namespace}/{.metadata.name}{"\\t"}{.status.containerStatuses[*].lastState.terminated.reason}{"\\n"}{end}\' | grep OOMKilled',
  fix: "Look at the memory over the last weeks first. When it climbs without end it is a leak, and more memory only delays it; when it peaks, set request and limit above the peak. Tell runtimes their limit (GOMEMLIMIT, -XX:MaxRAMPercentage, --max-old-space-size). A higher request takes room from the node: check that the pods still fit.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", resources: { limits: { memory: 64Mi } } }] }
status:
  phase: Running
  containerStatuses:
    - { name: web, restartCount: 3, state: { running: {} }, lastState: { terminated: { reason: OOMKilled, exitCode: 137 } } }
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", resources: { limits: { memory: 256Mi } } }] }
status:
  phase: Running
  containerStatuses: [{ name: web, restartCount: 0, state: { running: {} }, lastState: {} }]
`,
  asksProviders: true,
  of: "workload",
  look: (workload, index) => judgeContainerStatus(workload, index, judgeEnd),
});

function judgeEnd({ entry, field }: ContainerStatus): Sight | null {
  for (const state of ["state", "lastState"]) {
    const { reason, finishedAt } = recordOf(recordOf(entry[state]).terminated);
    if (reason !== "OOMKilled") continue;
    const when = typeof finishedAt === "string" ? `, last at ${finishedAt}` : "";
    const words = `was killed for its memory (OOMKilled)${when}`;
    return { field: `${field}.${state}.terminated.reason`, cause: "resources.limits.memory", words };
  }
  return null;
}
