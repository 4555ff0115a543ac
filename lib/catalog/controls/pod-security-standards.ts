import { entriesOfConcern } from "./entry.ts";

export const POD_SECURITY_STANDARDS = entriesOfConcern("pod-security-standards", [
  {
    id: "namespaces-have-a-pod-security-level",
    title: "Every namespace enforces a Pod Security level",
    weight: 5,
    likelihood: 4,
    impact: 4,
    critical: false,
    checks: ["pod-security-admission-missing"],
    observation: "decides",
    references: ["CIS 5.2.1", "PSS baseline", "PSS restricted", "NSA pod", "O22:K04", "O25:K04", "T1610"],
    question: {
      asks: "In which namespaces would a privileged pod start without anyone objecting?",
      why: "Without an enforced level, the first person or pipeline that can create a pod can own the node under it. A rule that lives in a wiki stops nobody at three in the morning.",
      findOut:
        "`kubectl label ns --all --dry-run=server --overwrite pod-security.kubernetes.io/enforce=baseline` prints what would be refused. `kubectl get ns -L pod-security.kubernetes.io/enforce` shows what is.",
      levels: [
        "No namespace has a level",
        "A guideline exists; some namespaces warn",
        "Part of the namespaces enforce baseline, others are waiting",
        "All but named system namespaces enforce baseline, restricted where it holds",
        "As 3, new namespaces are born with a level, and scans show when a label is lowered",
      ],
    },
  },
  {
    id: "admission-policy-in-force",
    title: "An admission policy refuses what the organization does not allow",
    weight: 4,
    likelihood: 3,
    impact: 3,
    critical: false,
    checks: ["policy-engine-missing"],
    observation: "caps",
    references: ["CIS 5.2.1", "NSA pod", "O22:K04", "O25:K04"],
    question: {
      asks: "Which of your own rules does the cluster itself refuse to break?",
      why: "Every platform has rules of its own: registries, labels, host names. Where only reviewers hold them, they hold until a busy Friday, and each exception looks like the last one.",
      findOut:
        "List what is in force: `kubectl get validatingadmissionpolicybindings,clusterpolicies,constraints`. Then break one rule on purpose in a test namespace.",
      levels: [
        "No engine and no policies of our own",
        "An engine is installed; policies only report",
        "A few rules deny in production; most report and nobody reads it",
        "The agreed rules deny in every cluster; exceptions are objects with an owner and an end",
        "As 3, policies have tests in the pipeline, and the engine failing raises an alert",
      ],
    },
  },
  {
    id: "no-host-namespaces",
    title: "Pods keep out of the node's network, processes and ports",
    weight: 4,
    likelihood: 3,
    impact: 4,
    critical: false,
    checks: ["host-pid", "host-network", "host-port"],
    observation: "decides",
    escalatesTo: "cloud",
    references: ["CIS 5.2.3", "CIS 5.2.5", "CIS 5.2.12", "PSS baseline", "NSA pod", "O22:K01", "O25:K01", "T1611"],
    question: {
      asks: "Which pods share the node's network or can see its processes?",
      why: "In the node's network a pod steps past network policies and reaches the metadata service. In its process list it reads the command lines and the memory of its neighbours.",
      findOut:
        "`kubectl get pods -A -o json | jq -r '.items[]|select(.spec.hostNetwork or .spec.hostPID)|.metadata.namespace+\"/\"+.metadata.name'`. Cross off the network plugin and ask about the rest.",
      levels: [
        "Any team may use them and some do",
        "Only a few pods, but nobody keeps count",
        "Agents of the platform only; their need was never questioned",
        "A listed few system agents in namespaces of their own; admission refuses all others",
        "As 3, each exception is renewed once a year, and a new one shows up in the next scan",
      ],
    },
  },
]);
