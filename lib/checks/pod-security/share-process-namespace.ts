import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";

/**
 * Restricted field: shareProcessNamespace of the pod. Allowed: unset, false. A pod of one container is judged too: helpers
 * and debug containers join it later. Windows has no such namespace.
 */
export const shareProcessNamespace = check({
  id: "share-process-namespace",
  title: "Containers of a pod share their processes",
  severity: "low",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["NSA pod", "O25:K01"],
  why: "Every container of the pod sees the processes of the others, their command lines and environment, and through /proc their files. A helper that somebody takes over then reads the passwords of the main program and stops it, where otherwise it would have nothing but its own.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | select(.spec.shareProcessNamespace == true) | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Remove the line. To hand signals or files to a neighbour use a socket or an emptyDir volume that both mount; to end zombies start the program under a small init such as tini; to debug use kubectl debug --target, which joins one container for the while. Where sharing must stay, give all containers of the pod the same trust and no SYS_PTRACE, and write the reason down.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      shareProcessNamespace: true
      containers:
        - { name: web, image: "registry.example/shop/web:1.4.2" }
        - { name: reloader, image: "registry.example/shop/reloader:0.9.0" }
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
        - { name: web, image: "registry.example/shop/web:1.4.2" }
        - { name: reloader, image: "registry.example/shop/reloader:0.9.0" }
`,
  of: "workload",
  look: ({ pod, podField }) => {
    if (isWindowsPod(pod)) return NOT_APPLICABLE;
    if (pod.shareProcessNamespace !== true) return PASS;
    return [
      { field: `${podField}.shareProcessNamespace`, message: "the containers of the pod see each other's processes" },
    ];
  },
});
