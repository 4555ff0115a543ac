import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, type Fault, NOT_APPLICABLE, PASS, type Verdict } from "../check.ts";
import { podLabelsOf } from "../reading/pod-template.ts";
import { nameSubject, roleOfBinding, subjectsOf } from "../reading/role-rules.ts";
import { type Program, runningByWorkload } from "../reading/running-program.ts";
import { POD_CARRIERS, workloadOf } from "../reading/workload-of.ts";

const DASHBOARD: readonly Program[] = [
  {
    name: "Kubernetes Dashboard",
    image: /(^|\/)(kubernetes-dashboard([\w-]*)|kubernetesui\/dashboard([\w-]*)|dashboard-(web|api|auth))$/,
  },
];
const NAME = /^kubernetes-dashboard(-|$)/;

/**
 * Judges that the web interface of the Kubernetes project does not run, and that nobody but its own service account holds
 * the roles that carry its name.
 */
export const kubernetesDashboardDeployed = check({
  id: "kubernetes-dashboard-deployed",
  title: "Kubernetes Dashboard is installed",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["O22:K09", "O25:K06"],
  why: "It is a web page from which the cluster is run, with whatever its service account or the pasted token may do. Its sign-in can be skipped in old versions, and page after page with all rights has been found open on the internet; the miners come within hours. Few look at it, so nobody notices.",
  seeByHand:
    "kubectl get deployments -A -l k8s-app=kubernetes-dashboard; kubectl get clusterrolebindings | grep dashboard",
  fix: "Remove it with its roles and bindings and use kubectl, or a client on the desk of each engineer (Headlamp, k9s), which act with the person's own rights. If it has to stay: no Ingress, no argument --enable-skip-login, no rights for its service account beyond those it comes with, and sign-in through your identity provider.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: kubernetes-dashboard, namespace: kubernetes-dashboard }
spec:
  selector: { matchLabels: { k8s-app: kubernetes-dashboard } }
  template:
    metadata: { labels: { k8s-app: kubernetes-dashboard } }
    spec: { containers: [{ name: dashboard, image: "docker.io/kubernetesui/dashboard:v2.7.0" }] }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  of: "object",
  kinds: [...POD_CARRIERS, "RoleBinding", "ClusterRoleBinding"],
  look: ({ object }, index) => {
    if (object.kind === "RoleBinding" || object.kind === "ClusterRoleBinding") return ofBinding(object, index);
    const workload = workloadOf(object, index);
    return workload ? ofWorkload(workload, index) : NOT_APPLICABLE;
  },
});

function ofWorkload(workload: Workload, index: ClusterIndex): Verdict {
  const image = runningByWorkload(index, DASHBOARD).get(workload)?.image;
  const isLabelled = podLabelsOf(workload)["k8s-app"] === "kubernetes-dashboard";
  if (image === undefined && !isLabelled) return PASS;
  const message = `it is the Kubernetes Dashboard${image === undefined ? "" : ` (${image.slice(0, 120)})`}`;
  return [{ field: `${workload.podField}.containers`, message }];
}

function ofBinding(binding: KubernetesObject, index: ClusterIndex): Verdict {
  if (!NAME.test(roleOfBinding(binding, index).name.trim())) return NOT_APPLICABLE;
  return subjectsOf(binding).flatMap((subject): Fault[] => {
    if (subject.kind === "ServiceAccount" && NAME.test(subject.name)) return [];
    const message = `${nameSubject(subject)} holds the role of the Kubernetes Dashboard`;
    return [{ field: `subjects[${subject.at}]`, message }];
  });
}
