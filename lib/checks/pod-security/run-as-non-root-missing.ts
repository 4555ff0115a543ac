import { check, EVERY_ROLE, PASS } from "../check.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/**
 * Restricted fields: securityContext.runAsNonRoot of the pod and of every container; the container's wins.
 * Allowed: true. A runAsUser other than 0 is no substitute: it is a choice, not a refusal (as in the restricted level).
 */
export const runAsNonRootMissing = check({
  id: "run-as-non-root-missing",
  title: "Nothing refuses to run the container as root",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["CIS 5.2.7", "PSS restricted", "NSA pod", "O22:K01", "O25:K01"],
  why: "Root inside a container is root on the node, held back by a few kernel features. When one of them has a hole, a process of user 0 walks through it and a process of user 10001 mostly does not. Without runAsNonRoot, one changed base image silently brings root back.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .spec.securityContext.runAsNonRoot as $pod | .metadata.namespace + "/" + .metadata.name as $name | .spec.containers[] | select((if .securityContext.runAsNonRoot == null then $pod else .securityContext.runAsNonRoot end) != true) | $name + " " + .name'`,
  fix: "Set runAsNonRoot: true on the pod and let no container take it back. The image needs a numeric USER other than 0, or set runAsUser. What usually breaks: files owned by root (chown them in the build, or set fsGroup for volumes) and ports below 1024 (move them up). Try it on one replica first: a root image is then refused at its start, which is the point.",
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
      securityContext: { runAsNonRoot: true, runAsUser: 10001, fsGroup: 10001 }
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container, workload }) => {
    const own = container.securityContext?.runAsNonRoot;
    const inherited = workload.pod.securityContext?.runAsNonRoot;
    if ((own ?? inherited) === true) return PASS;
    const field = "securityContext.runAsNonRoot";
    if (own === false)
      return [{ field, message: `${nameInWords("container", container.name)} sets runAsNonRoot to false` }];
    const user = container.securityContext?.runAsUser ?? workload.pod.securityContext?.runAsUser;
    const as = typeof user === "number" ? ` (it runs as user ${user} today)` : "";
    return [
      { field, message: `${nameInWords("container", container.name)} may run as root: runAsNonRoot is not true${as}` },
    ];
  },
});
