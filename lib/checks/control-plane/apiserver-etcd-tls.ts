import { check, PASS } from "../check.ts";
import { judgePrograms } from "../reading/control-plane-program.ts";

const NEEDED = [
  { name: "etcd-cafile", gives: "so it does not know that it talks to the right etcd" },
  { name: "etcd-certfile", gives: "so it shows etcd no certificate" },
  { name: "etcd-keyfile", gives: "so it has no key for its certificate" },
];

/** Restricted: the flags --etcd-cafile, --etcd-certfile and --etcd-keyfile of kube-apiserver. Allowed: all three set. */
export const apiserverEtcdTls = check({
  id: "apiserver-etcd-tls",
  title: "API server talks to etcd without mutual TLS",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 1.2.23", "CIS 1.2.26", "NSA network"],
  why: "Everything that the cluster knows, secrets included, crosses the line between the API server and etcd. Without TLS on both sides it can be read on the way, and anything that reaches etcd's port can pass for the API server and write what it likes.",
  seeByHand: "kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -- --etcd-",
  fix: "Issue a client certificate from etcd's own certificate authority and set --etcd-cafile, --etcd-certfile and --etcd-keyfile on every API server; kubeadm does so by itself. Change etcd first to accept both, then the API servers, then require certificates.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, "--etcd-servers=http://10.0.0.4:2379"]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --etcd-servers=https://10.0.0.4:2379
        - --etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt
        - --etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt
        - --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.key
`,
  of: "cluster",
  look: (index) =>
    judgePrograms(index, "kube-apiserver", ({ on, field, flag }) => {
      const faults = NEEDED.filter(({ name }) => (flag(name)?.value ?? "") === "").map(({ name, gives }) => ({
        on,
        field: flag(name)?.field ?? field,
        message: `kube-apiserver does not set --${name}, ${gives}`,
      }));
      const servers = flag("etcd-servers");
      if (servers && /(^|,)\s*http:\/\//.test(servers.value))
        faults.push({
          on,
          field: servers.field,
          message: `kube-apiserver reaches etcd in plain text: ${servers.value}`,
        });
      return faults.length > 0 ? faults : PASS;
    }),
});
