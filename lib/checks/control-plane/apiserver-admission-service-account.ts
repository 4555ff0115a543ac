import { check } from "../check.ts";
import { judgePlugin } from "../reading/admission-plugins.ts";

/**
 * Restricted: the admission plug-in ServiceAccount of kube-apiserver, on unless disabled.
 * Allowed: on.
 */
export const apiserverAdmissionServiceAccount = check({
  id: "apiserver-admission-service-account",
  title: "API server gives pods no service account",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 1.2.12"],
  why: "Without the plug-in pods get no service account of their own and no token that ends with them. Teams then put tokens or kubeconfigs into images and environments, which never expire and are shared, and nobody can tell in the audit log which workload did what.",
  seeByHand:
    'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "admission-plugins|admission-control"',
  fix: "Take ServiceAccount out of --disable-admission-plugins (or add it to the old --admission-control). Pods get their account and token when they are made anew, so restart workloads afterwards and then remove the credentials that were put in by hand.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --disable-admission-plugins=ServiceAccount]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --enable-admission-plugins=NodeRestriction]
`,
  of: "cluster",
  look: (index) => judgePlugin(index, "ServiceAccount", "on", "so pods get no identity of their own"),
});
