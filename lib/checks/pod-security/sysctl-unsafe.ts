import { check, NOT_APPLICABLE } from "../check.ts";
import { recordsOf } from "../reading/entries.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";
import { podContextField, podContextOf } from "../reading/security-contexts.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";
import { isSafeSysctl } from "../standards/allowed.ts";

/**
 * Restricted field: securityContext.sysctls of the pod. Allowed: those that Kubernetes calls safe in the version of the cluster.
 */
export const sysctlUnsafe = check({
  id: "sysctl-unsafe",
  title: "Pod sets a kernel parameter that is not safe",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["PSS baseline", "O22:K01", "O25:K01"],
  why: "A sysctl that is not confined to the pod changes the kernel for everybody on the node: it can starve other pods of memory or ports, or switch off a protection. The kubelet refuses such a pod unless somebody opened the door for it, so a pod that runs with one says that the door is open.",
  seeByHand:
    'kubectl get pods -A -o json | jq -r \'.items[] | select(.spec.securityContext.sysctls) | .metadata.namespace + "/" + .metadata.name + " " + ([.spec.securityContext.sysctls[].name] | join(","))\'',
  fix: "Set what the whole node needs in the image or the tuning of the node, and remove it from the pod. What one program needs alone goes on nodes set apart, with --allowed-unsafe-sysctls on these and a taint.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      securityContext: { sysctls: [{ name: kernel.msgmax, value: "65536" }] }
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
      securityContext: { sysctls: [{ name: net.ipv4.ip_unprivileged_port_start, value: "80" }] }
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  of: "workload",
  look: (workload, index) => {
    if (isWindowsPod(workload.pod)) return NOT_APPLICABLE;
    const minor = kubernetesMinor(index.kubernetesVersion);
    return recordsOf(podContextOf(workload).sysctls)
      .filter(({ entry }) => !isSafeSysctl(entry.name, minor))
      .map(({ entry, at }) => ({
        field: `${podContextField(workload)}.sysctls[${at}].name`,
        message: `the pod sets ${JSON.stringify(entry.name ?? null)}, which is not among the safe kernel parameters`,
      }));
  },
});
