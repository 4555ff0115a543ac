import { check, NOT_APPLICABLE } from "../check.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";
import { securityContextsOf } from "../reading/security-contexts.ts";
import { RUN_AS_USER_SINCE } from "../standards/allowed.ts";
import { hasOwnUsers } from "../standards/sight.ts";

/**
 * Restricted fields: securityContext.runAsUser of the pod and of every container. Allowed: unset, any number but 0, and 0
 * in a pod with users of its own since 1.35. As the restricted level, which asks it since 1.23: not applicable before.
 */
export const runAsUserZero = check({
  id: "run-as-user-zero",
  title: "User 0 is asked for by name",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["PSS restricted", "NSA pod", "O22:K01", "O25:K01"],
  why: "Somebody wrote down that this process is root. Root inside a container is root on the node, held back by a few kernel features; whoever takes the process over may change everything in the container and tries every way out with the best of tools. No setting of the image can soften what the manifest says.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | select([.spec.securityContext, .spec.containers[].securityContext, .spec.initContainers[]?.securityContext] | any(.runAsUser == 0)) | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Remove the line, or name a user above 10000, and give the image the files that it needs. Init containers that only chown a volume go away with fsGroup. Where root is truly needed, put the pod into a user namespace (hostUsers: false, from 1.33 on): it is root inside and nobody outside. Test writes to volumes first, old files still belong to 0.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      securityContext: { runAsUser: 0 }
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
      securityContext: { runAsUser: 10001, fsGroup: 10001 }
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  of: "workload",
  look: (workload, index) => {
    const minor = kubernetesMinor(index.kubernetesVersion);
    if (minor < RUN_AS_USER_SINCE) return NOT_APPLICABLE;
    if (hasOwnUsers({ pod: workload.pod, minor })) return [];
    return securityContextsOf(workload)
      .filter(({ context }) => context.runAsUser === 0)
      .map(({ whose, field }) => ({ field: `${field}.runAsUser`, message: `${whose} asks for user 0, root` }));
  },
});
