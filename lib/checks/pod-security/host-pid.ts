import { check, PASS } from "../check.ts";

/** Restricted field: hostPID of the pod. Allowed: unset, false. */
export const hostPid = check({
  id: "host-pid",
  title: "Pod sees the processes of the node",
  severity: "high",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["CIS 5.2.3", "PSS baseline", "NSA pod", "O22:K01", "O25:K01"],
  escalatesTo: "cluster",
  why: "With hostPID a container sees every process of the node, those of other pods included: their command lines, often their environment with its passwords, and their files through /proc. With the right capability it can steer them, and step into the node.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | select(.spec.hostPID == true) | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Remove hostPID. To see the processes of the pod's own containers, use shareProcessNamespace. Agents that watch the whole node (monitoring, intrusion detection) are the rare exception: give them a namespace of their own and accept the exception with an end date.",
  before: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: inspector, namespace: shop }
spec:
  selector: { matchLabels: { app: inspector } }
  template:
    metadata: { labels: { app: inspector } }
    spec:
      hostPID: true
      containers:
        - name: inspector
          image: registry.example/shop/inspector:2.0.1
`,
  after: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: inspector, namespace: shop }
spec:
  selector: { matchLabels: { app: inspector } }
  template:
    metadata: { labels: { app: inspector } }
    spec:
      shareProcessNamespace: true
      containers:
        - name: inspector
          image: registry.example/shop/inspector:2.0.1
`,
  of: "workload",
  look: ({ pod, podField }) =>
    pod.hostPID === true ? [{ field: `${podField}.hostPID`, message: "the pod shares the node's process ids" }] : PASS,
});
