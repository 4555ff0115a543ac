import { entriesOfConcern } from "./entry.ts";

export const NETWORK_POLICIES = entriesOfConcern("network-policies", [
  {
    id: "default-deny-in-every-namespace",
    title: "Network traffic is denied unless a policy allows it",
    weight: 5,
    likelihood: 4,
    impact: 4,
    critical: true,
    checks: ["network-policy-default-deny-missing", "network-policy-missing-pod"],
    observation: "decides",
    references: ["CIS 5.3.2", "NSA network", "O22:K07", "O25:K05", "T1046"],
    question: {
      asks: "From a pod in a test namespace, which production databases can you connect to?",
      why: "Without policies a cluster is one flat network. The weakest pod, an old demo or a vendor's agent, can knock at every database and every admin page in it.",
      findOut:
        "`kubectl -n TEST run probe --rm -it --image=busybox -- nc -zvw2 DB.NAMESPACE 5432`. A connection is a yes. `kubectl get netpol -A` shows which namespaces have any.",
      levels: [
        "No policies, or a network plugin that ignores them",
        "Policies for one or two services that an auditor asked about",
        "Default deny in the sensitive namespaces; the others are open",
        "Every namespace denies by default and each pod's allowed peers are written in policies",
        "As 3, namespaces are born denied, and a connection probe between namespaces runs daily",
      ],
    },
  },
  {
    id: "egress-is-listed",
    title: "Pods can reach only the outside services that they are allowed to",
    weight: 3,
    likelihood: 3,
    impact: 4,
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence: "Flow logs of the network plugin, or egress firewall rules in a Terraform plan",
    references: ["CIS 5.3.2", "NSA network", "O22:K07", "O25:K05"],
    question: {
      asks: "If malicious code ran in a pod now, could it send your data to an address of its choice?",
      why: "Most attacks need a way out: to fetch tools, to take orders, to carry data off. Inbound rules do not see it, and a library that was poisoned yesterday is already inside.",
      findOut:
        "From a production pod try `curl -m 3 https://example.com`. Then ask which outside services that pod needs, and where that list is kept.",
      levels: [
        "Everything may go anywhere",
        "A proxy exists that pods may use or ignore",
        "Egress rules on payment or personal data; the rest is open",
        "Every namespace lists its destinations; a gateway or policy drops all others",
        "As 3, denied attempts are logged and read, and unused entries are removed each quarter",
      ],
    },
  },
]);
