import { check, PASS } from "../check.ts";

/** Restricted field: hostIPC of the pod. Allowed: unset, false. */
export const hostIpc = check({
  id: "host-ipc",
  title: "Pod shares memory segments with the node",
  severity: "high",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["CIS 5.2.4", "PSS baseline", "NSA pod", "O22:K01", "O25:K01"],
  escalatesTo: "cluster",
  why: "With hostIPC a container reaches the shared memory, semaphores and message queues of every process of the node that uses them: databases, monitoring, other pods with the same flag. It can read what they exchange and change it, past every network policy.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | select(.spec.hostIPC == true) | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Remove hostIPC. Containers of one pod share their memory segments anyway, so processes that must talk that way go into the same pod; for more room mount an emptyDir with medium Memory at /dev/shm. Old GPU and messaging software at times asks for the flag out of habit: try it without.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      hostIPC: true
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
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
          volumeMounts: [{ name: shm, mountPath: /dev/shm }]
      volumes: [{ name: shm, emptyDir: { medium: Memory, sizeLimit: 256Mi } }]
`,
  of: "workload",
  look: ({ pod, podField }) =>
    pod.hostIPC === true
      ? [{ field: `${podField}.hostIPC`, message: "the pod shares the node's memory segments and message queues" }]
      : PASS,
});
