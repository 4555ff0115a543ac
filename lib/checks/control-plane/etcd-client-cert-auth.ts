import { check, PASS } from "../check.ts";
import { judgePrograms } from "../reading/control-plane-program.ts";

/** Restricted: the flag --client-cert-auth of etcd, false unless set. Allowed: true. */
export const etcdClientCertAuth = check({
  id: "etcd-client-cert-auth",
  title: "etcd asks its clients for no certificate",
  severity: "critical",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 2.2", "NSA network"],
  escalatesTo: "cloud",
  why: "etcd knows no Kubernetes roles: who may talk to it owns the cluster. Without client certificates any process that reaches port 2379, a pod in the node's network say, reads all secrets and makes itself an administrator, past the API server and its audit log.",
  seeByHand: "kubectl -n kube-system get pod -l component=etcd -o yaml | grep client-cert-auth",
  fix: "Set --client-cert-auth=true with --trusted-ca-file on every member, one after the other, once every client (API servers, backups, monitoring) has a certificate of that authority. Keep the authority apart from the one of the cluster.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: etcd-cp1, namespace: kube-system }
spec:
  containers:
    - name: etcd
      command: [etcd, --data-dir=/var/lib/etcd]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: etcd-cp1, namespace: kube-system }
spec:
  containers:
    - name: etcd
      command: [etcd, --data-dir=/var/lib/etcd, --client-cert-auth=true, --trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt]
`,
  of: "cluster",
  look: (index) =>
    judgePrograms(index, "etcd", ({ on, field, flag }) => {
      const asks = flag("client-cert-auth");
      if (asks?.value === "true") return PASS;
      return [
        {
          on,
          field: asks?.field ?? field,
          message: asks
            ? `etcd runs with --client-cert-auth=${asks.value}`
            : "etcd does not set --client-cert-auth, so it asks its clients for no certificate",
        },
      ];
    }),
});
