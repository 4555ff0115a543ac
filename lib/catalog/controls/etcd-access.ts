import { entriesOfConcern } from "./entry.ts";

export const ETCD_ACCESS = entriesOfConcern("etcd-access", [
  {
    id: "etcd-mutual-tls",
    title: "etcd and its clients prove who they are over TLS",
    weight: 5,
    likelihood: 2,
    impact: 5,
    critical: true,
    checks: [
      "apiserver-etcd-tls",
      "etcd-client-cert-auth",
      "etcd-tls-cert",
      "etcd-auto-tls",
      "etcd-peer-tls",
      "etcd-unique-ca",
    ],
    observation: "decides",
    otherEvidence: "Section 2 of a kube-bench report, or the provider's attestation for a managed control plane",
    references: ["CIS 2.1", "CIS 2.2", "CIS 2.7", "CIS 1.2.23", "CIS 1.2.26", "NSA network", "T1552.007"],
    question: {
      asks: "Does etcd turn away a client that brings no certificate?",
      why: "etcd is the whole cluster on a disk: every secret, every role, every pod. It knows no users. Whoever may talk to it is above RBAC and leaves no line in the audit log.",
      findOut:
        "Self-managed: `kubectl -n kube-system get pod -l component=etcd -o yaml | grep -E 'client-cert-auth|trusted-ca'`. Managed: find the provider's statement and note its date.",
      levels: [
        "etcd listens in plain text, or nobody can say",
        "TLS is on, but clients need no certificate",
        "Client certificates are required, while peers between members or a backup job go without",
        "Clients and peers both need certificates of a CA that serves etcd alone; or the provider attests it",
        "As 3, certificates rotate by themselves and a kube-bench run reports each week",
      ],
    },
  },
  {
    id: "etcd-reached-by-control-plane-only",
    title: "Only the control plane has a route to etcd",
    weight: 4,
    likelihood: 2,
    impact: 5,
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence: "Firewall rules for ports 2379 and 2380 in a Terraform plan, or section 2 of a kube-bench report",
    references: ["NSA network", "O25:K07", "T1613"],
    question: {
      asks: "From which machines can somebody open a connection to ports 2379 and 2380?",
      why: "Certificates leak: into backups, images and home folders of people who have left. If a pod or a workstation can reach the port, one leaked file is the entire cluster.",
      findOut:
        "From a pod and from a worker node: `nc -zvw2 CONTROL-PLANE-IP 2379`. Both should time out. On a managed control plane, check that no peering or custom setup opens it.",
      levels: [
        "The ports answer from pods or from the office network",
        "They answer from every node",
        "A firewall covers them; exceptions for backup or monitoring hosts are not written down",
        "Only control-plane machines have a route, the rule is in code; or the provider runs etcd out of reach",
        "As 3, a scheduled probe from a pod and from a node proves the time-out, and alerts when it does not",
      ],
    },
  },
]);
