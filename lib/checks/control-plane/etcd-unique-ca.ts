import { check, notAssessable, PASS } from "../check.ts";
import { judgePrograms, programsOf, whyUnseen } from "../reading/control-plane-program.ts";
import { inFile } from "../reading/flag-verdict.ts";

/**
 * Restricted: --trusted-ca-file of etcd and --client-ca-file of kube-apiserver naming the same file. Files are compared by
 * path: two copies of one authority are not seen.
 * Allowed: different files, as kubeadm makes them. Where one of the programs is not in sight nothing can be told.
 */
export const etcdUniqueCa = check({
  id: "etcd-unique-ca",
  title: "etcd trusts the authority of the whole cluster",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 2.7"],
  why: "An authority that signs for the cluster signs for every kubelet and every person with a client certificate. If etcd trusts it, each of these certificates opens etcd, where no role holds anybody back: any node, or anyone with a kubeconfig, reads and rewrites the cluster.",
  seeByHand:
    'kubectl -n kube-system get pod -l "component in (etcd,kube-apiserver)" -o yaml | grep -E -- "(trusted|client)-ca-file"',
  fix: "Make an authority for etcd alone, sign the certificates of members, API servers, backups and monitoring with it, let etcd trust both for a while (one file may hold two certificates), then only the new one. Kubeadm does this from the start, so a rebuilt control plane is often the shorter way.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: etcd-cp1, namespace: kube-system }
spec:
  containers:
    - name: etcd
      command: [etcd, --trusted-ca-file=/etc/kubernetes/pki/ca.crt]
---
apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --client-ca-file=/etc/kubernetes/pki/ca.crt]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: etcd-cp1, namespace: kube-system }
spec:
  containers:
    - name: etcd
      command: [etcd, --trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt]
---
apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --client-ca-file=/etc/kubernetes/pki/ca.crt]
`,
  of: "cluster",
  look: (index) =>
    judgePrograms(index, "etcd", (seen) => {
      const trusted = seen.flag("trusted-ca-file");
      const servers = programsOf(index, "kube-apiserver");
      if (!trusted) return seen.flag("config-file") ? notAssessable(inFile("etcd", "config-file")) : PASS;
      if (servers.length === 0) return notAssessable(whyUnseen(index, "kube-apiserver"));
      if (!servers.some(({ flag }) => flag("client-ca-file")?.value === trusted.value)) return PASS;
      const message = `etcd and the API server trust the same authority, ${trusted.value.slice(0, 200)}`;
      return [{ on: seen.on, field: trusted.field, message }];
    }),
});
