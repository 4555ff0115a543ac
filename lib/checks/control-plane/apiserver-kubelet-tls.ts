import { check } from "../check.ts";
import { isGiven, judgeFlags } from "../reading/flag-verdict.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: the flags --kubelet-client-certificate, --kubelet-client-key and --kubelet-certificate-authority of
 * kube-apiserver, and --kubelet-https, which may not be false and is gone since Kubernetes 1.22.
 * Allowed: all three set. kubeadm sets the first two; the third needs kubelets with certificates of the cluster.
 */
export const apiserverKubeletTls = check({
  id: "apiserver-kubelet-tls",
  title: "API server and kubelets do not verify each other",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 1.2.4", "CIS 1.2.5", "NSA network"],
  why: "Through this line go the logs of every pod and each kubectl exec. Without a client certificate the kubelet must let strangers in; without the kubelets' authority the API server talks to whatever answers at the node's address, and a machine in the middle reads and types along.",
  seeByHand:
    'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "--kubelet-(client|certificate|https)"',
  fix: "Give the API server a client certificate for kubelets, let kubelets ask the cluster for serving certificates (serverTLSBootstrap, and somebody or something that approves the requests), then set --kubelet-certificate-authority. In the wrong order logs and exec fail for nodes whose certificates are still their own.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --kubelet-client-certificate=/etc/kubernetes/pki/kubelet-client.crt
        - --kubelet-client-key=/etc/kubernetes/pki/kubelet-client.key
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --kubelet-client-certificate=/etc/kubernetes/pki/kubelet-client.crt
        - --kubelet-client-key=/etc/kubernetes/pki/kubelet-client.key
        - --kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-apiserver", [
      {
        flag: "kubelet-https",
        allows: (value) => switchOf(value) !== false,
        wrong: "so it talks to kubelets in plain text",
      },
      { flag: "kubelet-client-certificate", allows: isGiven, unset: "so it shows kubelets no certificate" },
      { flag: "kubelet-client-key", allows: isGiven, unset: "so it has no key for its certificate" },
      {
        flag: "kubelet-certificate-authority",
        allows: isGiven,
        unset: "so it does not know that it talks to the right kubelet",
      },
    ]),
});
