import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";
import { podContextField, podContextOf, securityContextsOf } from "../reading/security-contexts.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";
import { hasOwnUsers } from "../standards/sight.ts";

/**
 * Restricted fields: securityContext.runAsGroup of the pod and of every container, fsGroup and supplementalGroups of the
 * pod. Allowed: unset, any number but 0. Not applicable on Windows and in user namespaces.
 */
export const rootGroupOrSupplementalGroup = check({
  id: "root-group-or-supplemental-group",
  title: "Root's group is asked for by name",
  severity: "low",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["NSA pod", "O22:K01", "O25:K01"],
  why: "Group 0 is root's. Files that only root and its group may touch, in the image, on a shared volume or in a folder of the node, open to a process that is in it, though it looks like an ordinary user. With fsGroup 0 every file on the volume is handed to that group as well.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | select([.spec.securityContext, .spec.containers[].securityContext] | any(.runAsGroup == 0 or .fsGroup == 0 or ((.supplementalGroups // []) | index(0)))) | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Name a group above 10000, the same for runAsGroup and fsGroup of one application. Files that were readable through group 0 alone need another group or mode in the image. Large volumes take a while when their group changes: set fsGroupChangePolicy to OnRootMismatch. Images made for OpenShift count on group 0: keep it there as an exception.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      securityContext: { runAsUser: 10001, runAsGroup: 0, supplementalGroups: [0] }
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
      securityContext: { runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001 }
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  of: "workload",
  look: (workload, index) => {
    const { pod } = workload;
    const minor = kubernetesMinor(index.kubernetesVersion);
    if (isWindowsPod(pod) || hasOwnUsers({ pod, minor })) return NOT_APPLICABLE;
    const primary = securityContextsOf(workload)
      .filter(({ context }) => context.runAsGroup === 0)
      .map(({ whose, field }) => ({ field: `${field}.runAsGroup`, message: `${whose} asks for group 0, root's` }));
    return [...primary, ...furtherGroups(workload)];
  },
});

/** Groups that a process has beside its primary one; only the pod can say them. */
function furtherGroups(workload: Workload): Fault[] {
  const { fsGroup, supplementalGroups } = podContextOf(workload);
  const field = podContextField(workload);
  const listed: readonly unknown[] = Array.isArray(supplementalGroups) ? supplementalGroups : [];
  const at = listed.indexOf(0);
  return [
    ...(fsGroup === 0 ? [{ field: `${field}.fsGroup`, message: "the pod hands its volumes to group 0, root's" }] : []),
    ...(at < 0
      ? []
      : [
          {
            field: `${field}.supplementalGroups[${at}]`,
            message: "the pod asks for group 0, root's, as a further one",
          },
        ]),
  ];
}
