import { check, notAssessable, PASS } from "../check.ts";
import { judgePrograms } from "../reading/control-plane-program.ts";

/**
 * Restricted: the flag --anonymous-auth of kube-apiserver, true unless set.
 * Allowed: false. A file given by --authentication-config may narrow anonymous access to health paths instead.
 */
export const apiserverAnonymousAuth = check({
  id: "apiserver-anonymous-auth",
  title: "API server answers anonymous requests",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 1.2.1", "NSA authn", "O22:K06"],
  why: "A request without any credential is taken in as system:anonymous. One careless binding to that user or to system:unauthenticated, and the whole internet, or everyone in the office, may read or change what the binding allows. The discovery of versions and APIs is open in any case.",
  seeByHand: "kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep anonymous-auth",
  fix: "Set --anonymous-auth=false in the manifest of the static pod on each control-plane node. Load balancers and kubelet probes that ask /livez without a credential break: from Kubernetes 1.32 on, allow just those paths by the anonymous section of an AuthenticationConfiguration. Find bindings to anonymous users first.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --authorization-mode=Node, --secure-port=6443]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --anonymous-auth=false, --secure-port=6443]
`,
  of: "cluster",
  look: (index) =>
    judgePrograms(index, "kube-apiserver", ({ on, field, flag }) => {
      const anonymous = flag("anonymous-auth");
      if (anonymous?.value === "false") return PASS;
      if (anonymous)
        return [
          { on, field: anonymous.field, message: `kube-apiserver runs with --anonymous-auth=${anonymous.value}` },
        ];
      if (flag("authentication-config"))
        return notAssessable(
          "the API server reads its authentication from a file, which the Kubernetes API does not show",
        );
      return [
        { on, field, message: "kube-apiserver does not set --anonymous-auth, so anonymous requests are taken in" },
      ];
    }),
});
