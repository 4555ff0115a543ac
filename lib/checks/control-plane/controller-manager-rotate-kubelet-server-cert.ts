import { check, PASS } from "../check.ts";
import { featureGate } from "../reading/command-line.ts";
import { judgePrograms } from "../reading/control-plane-program.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: the feature gate RotateKubeletServerCertificate of kube-controller-manager, on by default since Kubernetes 1.12.
 * Allowed: not set, or true.
 */
export const controllerManagerRotateKubeletServerCert = check({
  id: "controller-manager-rotate-kubelet-server-cert",
  title: "Kubelets cannot renew their serving certificates",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 1.3.6"],
  why: "With the gate off kubelets keep the serving certificate that they began with until it ends, and then sign one themselves or stop answering. Logs, exec and metrics of the node then fail one day, or go over a line that nobody verifies.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-controller-manager -o yaml | grep -E -- "feature-gates"',
  fix: "Remove RotateKubeletServerCertificate=false from --feature-gates of the controller manager, set serverTLSBootstrap: true on kubelets, and decide who approves the requests for certificates: Kubernetes does not do it by itself, and a request that nobody approves leaves the node without a certificate.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-controller-manager-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-controller-manager
      command: [kube-controller-manager, --feature-gates=RotateKubeletServerCertificate=false]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-controller-manager-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-controller-manager
      command: [kube-controller-manager, --feature-gates=RotateKubeletServerCertificate=true]
`,
  of: "cluster",
  look: (index) =>
    judgePrograms(index, "kube-controller-manager", (seen) => {
      const gate = featureGate(seen, "RotateKubeletServerCertificate");
      if (switchOf(gate?.value) !== false || !gate) return PASS;
      const message = "kube-controller-manager has the feature gate RotateKubeletServerCertificate switched off";
      return [{ on: seen.on, field: gate.field, message }];
    }),
});
