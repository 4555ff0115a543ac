import { check } from "../check.ts";
import { judgePlugin } from "../reading/admission-plugins.ts";

/**
 * Restricted: the admission plug-in AlwaysAdmit of kube-apiserver, deprecated since Kubernetes 1.13 and off unless enabled.
 * Allowed: off.
 */
export const apiserverAdmissionAlwaysAdmit = check({
  id: "apiserver-admission-always-admit",
  title: "API server runs the plug-in AlwaysAdmit",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "pod-security-standards",
  references: ["CIS 1.2.10"],
  why: "The plug-in lets every request through and looks at none. By itself it overrules no other, but it stands where the default plug-ins were switched off or never listed, and whoever reads the flags believes that something decides. It serves no purpose on a real cluster.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "admission"',
  fix: "Remove AlwaysAdmit from --enable-admission-plugins (or from the old --admission-control) on every API server, and compare the remaining list with the defaults of your release: what was left out in its place is the real finding. Requests that no plug-in ever looked at may be refused then, so try it on a test cluster.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --enable-admission-plugins=AlwaysAdmit]
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
  look: (index) => judgePlugin(index, "AlwaysAdmit", "off", "which admits everything"),
});
