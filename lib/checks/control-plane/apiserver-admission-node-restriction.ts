import { check } from "../check.ts";
import { judgePlugin } from "../reading/admission-plugins.ts";

/**
 * Restricted: the admission plug-in NodeRestriction of kube-apiserver, off unless enabled; kubeadm enables it.
 * Allowed: on.
 */
export const apiserverAdmissionNodeRestriction = check({
  id: "apiserver-admission-node-restriction",
  title: "Kubelets may change other nodes and their pods",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 1.2.14", "k8s checklist"],
  why: "A kubelet's credential lies on its node. Without the plug-in whoever takes one node can label and change every other one, draw workloads with secrets to the node that he holds, and change pods elsewhere: one lost node becomes a lost cluster.",
  seeByHand:
    'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "enable-admission-plugins"',
  fix: "Add NodeRestriction to --enable-admission-plugins, together with the authorization mode Node. Kubelets that set labels of their own outside node.kubernetes.io/ and kubelet.kubernetes.io/ are refused then: set those labels from outside or under node-restriction.kubernetes.io/.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --enable-admission-plugins=PodSecurity]
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
  look: (index) =>
    judgePlugin(index, "NodeRestriction", "on", "so each kubelet may change what belongs to other nodes"),
});
