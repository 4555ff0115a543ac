import { check } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { securityContextsOf } from "../reading/security-contexts.ts";

/**
 * Restricted fields: securityContext.windowsOptions.hostProcess of the pod and of every container. Allowed: unset, false.
 */
export const hostProcessWindows = check({
  id: "host-process-windows",
  title: "Windows container runs on the node itself",
  severity: "high",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["CIS 5.2.10", "PSS baseline", "O22:K01", "O25:K01"],
  escalatesTo: "cluster",
  why: "A HostProcess container is no container: it runs among the node's own processes, with its files, network and devices, often as the system account. Whoever takes it over owns the node and the credentials of all pods on it.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | select([.spec.securityContext, .spec.containers[].securityContext, .spec.initContainers[]?.securityContext] | any(.windowsOptions.hostProcess == true)) | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Remove hostProcess from everything but the few agents that set nodes up: network plugins, storage drivers, kube-proxy. Those live in a namespace of their own that nobody else may deploy to. Metrics and logs can mostly be read by an ordinary container with a read-only mount. What needs the flag will fail at once without it, so try it on one node.",
  before: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: shop }
spec:
  selector: { matchLabels: { app: agent } }
  template:
    metadata: { labels: { app: agent } }
    spec:
      os: { name: windows }
      hostNetwork: true
      securityContext: { windowsOptions: { hostProcess: true, runAsUserName: "NT AUTHORITY\\\\SYSTEM" } }
      containers:
        - name: agent
          image: registry.example/shop/agent:1.4.2
`,
  after: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: shop }
spec:
  selector: { matchLabels: { app: agent } }
  template:
    metadata: { labels: { app: agent } }
    spec:
      os: { name: windows }
      securityContext: { windowsOptions: { runAsUserName: ContainerUser } }
      containers:
        - name: agent
          image: registry.example/shop/agent:1.4.2
`,
  of: "workload",
  look: (workload) =>
    securityContextsOf(workload)
      .filter(({ context }) => recordOf(context.windowsOptions).hostProcess === true)
      .map(({ whose, field }) => ({
        field: `${field}.windowsOptions.hostProcess`,
        message: `${whose} asks to run as a process of the Windows node`,
      })),
});
