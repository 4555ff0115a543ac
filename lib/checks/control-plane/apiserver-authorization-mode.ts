import { check, notAssessable } from "../check.ts";
import { judgePrograms } from "../reading/control-plane-program.ts";
import { inFile, missingFlag, wrongFlag } from "../reading/flag-verdict.ts";

const PROGRAM = "kube-apiserver";
const NEEDED: Readonly<Record<string, string>> = {
  Node: "so kubelets are not held to what their own pods need",
  RBAC: "so roles and bindings decide nothing",
};

/**
 * Restricted: the flag --authorization-mode of kube-apiserver, AlwaysAllow unless set.
 * Allowed: Node and RBAC among the modes, AlwaysAllow not. A file given by --authorization-config decides instead.
 */
export const apiserverAuthorizationMode = check({
  id: "apiserver-authorization-mode",
  title: "API server does not authorize by RBAC and Node",
  severity: "critical",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 1.2.6", "CIS 1.2.7", "CIS 1.2.8", "NSA authz", "O22:K03", "O25:K02"],
  why: "With AlwaysAllow every credential, the token in any pod included, does everything: the cluster has no roles at all. Without RBAC nobody can be given less than all. Without Node each kubelet needs rights over all nodes' secrets, so one lost node loses them all.",
  seeByHand:
    'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "authorization-(mode|config)"',
  fix: "Set --authorization-mode=Node,RBAC. Going there from AlwaysAllow is a project: write the roles first, run with RBAC beside the old mode on a test cluster and read its denials in the log, then switch. Everything that nobody gave a role stops working on that day.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --authorization-mode=AlwaysAllow]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, "--authorization-mode=Node,RBAC"]
`,
  of: "cluster",
  look: (index) =>
    judgePrograms(index, PROGRAM, (seen) => {
      const given = seen.flags("authorization-mode");
      const last = given.at(-1);
      if (!last) {
        if (seen.flag("authorization-config")) return notAssessable(inFile(PROGRAM, "authorization-config"));
        return [missingFlag(seen, PROGRAM, "authorization-mode", "and unless set it allows everything")];
      }
      const modes = given.flatMap(({ value }) => value.split(",")).map((mode) => mode.trim());
      if (modes.includes("AlwaysAllow"))
        return [wrongFlag(seen, PROGRAM, "authorization-mode", last, "so whatever no other mode decides is allowed")];
      const missing = Object.keys(NEEDED).filter((mode) => !modes.includes(mode));
      return missing.map((mode) => wrongFlag(seen, PROGRAM, "authorization-mode", last, NEEDED[mode]));
    }),
});
