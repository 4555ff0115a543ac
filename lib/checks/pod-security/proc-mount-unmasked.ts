import { check, EVERY_ROLE, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";
import { unmasksProcMount } from "../standards/allowed.ts";

/**
 * Restricted fields: securityContext.procMount of every container. Allowed: unset, Default.
 */
export const procMountUnmasked = check({
  id: "proc-mount-unmasked",
  title: "Container sees all of /proc",
  severity: "high",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["PSS baseline", "O22:K01", "O25:K01"],
  escalatesTo: "cluster",
  why: "The runtime hides the parts of /proc through which the kernel itself can be read and changed. Unmasked they are open to whoever breaks into the container: keys in memory, settings of the node, and a known way out.",
  seeByHand:
    'kubectl get pods -A -o json | jq -r \'.items[] | select([.spec.containers[], .spec.initContainers[]?] | any(.securityContext.procMount == "Unmasked")) | .metadata.namespace + "/" + .metadata.name\'',
  fix: "Remove procMount. What needs it builds containers inside of containers: give that a user namespace of its own (hostUsers: false, which Kubernetes demands for it) on nodes set apart, or build outside of the cluster.",
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
          securityContext: { procMount: Unmasked }
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
          securityContext: { procMount: Default }
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container, workload }) => {
    if (isWindowsPod(workload.pod)) return NOT_APPLICABLE;
    const { procMount } = recordOf(container.securityContext);
    if (!unmasksProcMount(procMount)) return PASS;
    const whose = nameInWords("container", container.name);
    return [{ field: "securityContext.procMount", message: `${whose} asks for /proc as ${JSON.stringify(procMount)}` }];
  },
});
