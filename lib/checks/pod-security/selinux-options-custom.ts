import { check, NOT_APPLICABLE } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";
import { securityContextsOf } from "../reading/security-contexts.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";
import { isAllowedSelinuxType } from "../standards/allowed.ts";

/**
 * Restricted fields: seLinuxOptions of the pod and of every container: a type outside of those for containers, and any user or role.
 * Allowed: unset, "", container_t, container_init_t, container_kvm_t, and container_engine_t since Kubernetes 1.31.
 */
export const selinuxOptionsCustom = check({
  id: "selinux-options-custom",
  title: "SELinux label of its own choice",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["PSS baseline", "NSA pod", "O22:K01", "O25:K01"],
  why: "The label decides what a process may touch on its node. A type made for daemons, such as spc_t, or a user and role of the administrator, lift the container out of what SELinux keeps it in.",
  seeByHand:
    "kubectl get pods -A -o json | jq -r '.items[] | select([.spec.securityContext, (.spec.containers + .spec.initContainers)[].securityContext] | any(.seLinuxOptions.type or .seLinuxOptions.user or .seLinuxOptions.role)) | .metadata.namespace + \"/\" + .metadata.name'",
  fix: "Remove type, user and role; set only level where volumes must be shared. Node agents that cannot do without keep theirs in a namespace of their own. A policy module made with udica allows just what one program needs.",
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
          securityContext: { seLinuxOptions: { type: spc_t } }
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
          securityContext: { seLinuxOptions: { level: "s0:c123,c456" } }
`,
  of: "workload",
  look: (workload, index) => {
    if (isWindowsPod(workload.pod)) return NOT_APPLICABLE;
    const minor = kubernetesMinor(index.kubernetesVersion);
    return securityContextsOf(workload).flatMap(({ context, whose, field }) => {
      const { type, user, role } = recordOf(context.seLinuxOptions);
      const wrong = Object.entries({ type: isAllowedSelinuxType(type, minor) ? "" : type, user, role });
      return wrong
        .filter(([, value]) => Boolean(value))
        .map(([name, value]) => ({
          field: `${field}.seLinuxOptions.${name}`,
          message: `${whose} asks for the SELinux ${name} ${JSON.stringify(value)}`,
        }));
    });
  },
});
