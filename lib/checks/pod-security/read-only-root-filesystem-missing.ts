import { check, EVERY_ROLE, NOT_APPLICABLE, PASS } from "../check.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";

/**
 * Restricted field: securityContext.readOnlyRootFilesystem of every container.
 * Allowed: true. Windows cannot do it: not applicable there.
 */
export const readOnlyRootFilesystemMissing = check({
  id: "read-only-root-filesystem-missing",
  title: "Root filesystem of the container can be written",
  severity: "low",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["NSA pod", "O22:K01", "O25:K01"],
  why: "A container is meant never to change: a change is a new image. Where its root filesystem can be written, an intruder drops tools into it, swaps binaries and web pages, and the next person who looks sees an image that no longer is what runs.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.containers[] | select(.securityContext.readOnlyRootFilesystem != true) | $pod + " " + .name'`,
  fix: "Set readOnlyRootFilesystem to true and mount an emptyDir with a size limit where the software writes: usually /tmp, a cache and a folder for its process id. `kubectl exec … -- find / -xdev -newer /proc/1 -type f` shows what it has written so far.",
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
          securityContext: { readOnlyRootFilesystem: true }
          volumeMounts: [{ name: tmp, mountPath: /tmp }]
      volumes: [{ name: tmp, emptyDir: { sizeLimit: 64Mi } }]
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container, workload }) => {
    if (isWindowsPod(workload.pod)) return NOT_APPLICABLE;
    return container.securityContext?.readOnlyRootFilesystem === true
      ? PASS
      : [
          {
            field: "securityContext.readOnlyRootFilesystem",
            message: `${nameInWords("container", container.name)} can write to its root filesystem`,
          },
        ];
  },
});
