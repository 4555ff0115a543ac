import { check, PASS } from "../check.ts";
import { judgePrograms } from "../reading/control-plane-program.ts";
import { missingFlag, wrongFlag } from "../reading/flag-verdict.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";

const PROGRAM = "kube-apiserver";
const OPEN = "so it answers there without asking who calls";
/** First minor release in which nothing listens on the port. */
const FIRST_WITHOUT = 20;

/**
 * Restricted: the flags --insecure-port and --insecure-bind-address of kube-apiserver. The port was 8080 on 127.0.0.1 unless
 * set before Kubernetes 1.20, has been dead since then, and its flags are gone since 1.24.
 * Allowed: --insecure-port=0, or neither flag from 1.20 on. An address without a port to listen on is no fault.
 */
export const apiserverInsecurePort = check({
  id: "apiserver-insecure-port",
  title: "API server answers on a port without any check",
  severity: "critical",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["NSA network", "O25:K06"],
  why: "Requests on this port pass by authentication, authorization and TLS: who reaches it owns the cluster and leaves no name in the audit log. On the loopback of a control-plane node that is every process and every pod with the node's network; on another address it is the network.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "insecure-(port|bind)"',
  fix: "Set --insecure-port=0 and remove --insecure-bind-address; move health probes and old scripts that ask http://localhost:8080 to the secure port with a credential. They break at once if they are forgotten. Better, leave releases that old behind: from 1.20 on nothing listens there.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --insecure-port=8080, --insecure-bind-address=0.0.0.0]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --secure-port=6443]
`,
  of: "cluster",
  look: (index) =>
    judgePrograms(index, PROGRAM, (seen) => {
      const port = seen.flag("insecure-port");
      if (port) return Number(port.value) === 0 ? PASS : [wrongFlag(seen, PROGRAM, "insecure-port", port, OPEN)];
      const address = seen.flag("insecure-bind-address");
      if (address) return [wrongFlag(seen, PROGRAM, "insecure-bind-address", address, OPEN)];
      if (kubernetesMinor(index.kubernetesVersion) >= FIRST_WITHOUT) return PASS;
      return [
        missingFlag(
          seen,
          PROGRAM,
          "insecure-port",
          "which is 8080 in this release, so it answers whoever is on the node",
        ),
      ];
    }),
});
