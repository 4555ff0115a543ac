import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, PASS } from "../check.ts";
import { objectNamed } from "../reading/namespaced.ts";
import { accountOf } from "../reading/service-account.ts";

/**
 * Restricted fields: automountServiceAccountToken of the pod, else of its service account. Allowed: false.
 * Unset on both means true. A token that a projected volume asks for by name is deliberate and passes.
 */
export const serviceAccountTokenAutomount = check({
  id: "service-account-token-automount",
  title: "Service account token is mounted without being asked for",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["CIS 5.1.6", "NSA pod", "O22:K08", "O25:K03"],
  why: "Every pod gets a key to the Kubernetes API unless somebody says no, and most software never uses it. An intruder does: it is the first file that they read, and it lets them ask what else the account may do, from within your network.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | select([.spec.volumes[]?.projected.sources[]?.serviceAccountToken] | any) | .metadata.namespace + "/" + .metadata.name + " " + .spec.serviceAccountName'`,
  fix: "Set automountServiceAccountToken to false on the service account, so that it holds for all its pods, and to true only on the pods that call the API. To find those, read the audit log for the account's name over a week. Operators, ingress controllers and the like do need the token: give each an account of its own with a small role.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      serviceAccountName: web
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
      serviceAccountName: web
      automountServiceAccountToken: false
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  of: "workload",
  look: (workload, index) => {
    const { pod, podField } = workload;
    if (pod.automountServiceAccountToken === false) return PASS;
    const field = `${podField}.automountServiceAccountToken`;
    if (pod.automountServiceAccountToken === true)
      return [{ field, message: "the pod mounts the token of its service account" }];
    const account = accountWith(workload, index);
    if (account.automount === false) return PASS;
    const message = `neither the pod nor its service account "${account.name}" switches the mount of the token off`;
    return [{ field, message }];
  },
});

function accountWith(workload: Workload, index: ClusterIndex): { name: string; automount: unknown } {
  const { namespace, name } = accountOf(workload);
  const account = objectNamed(index, "ServiceAccount", namespace, name)?.object;
  return { name, automount: account?.automountServiceAccountToken };
}
