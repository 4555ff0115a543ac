import { entriesOfConcern } from "./entry.ts";

export const NO_PRIVILEGED_USERS = entriesOfConcern("no-privileged-users", [
  {
    id: "no-privileged-containers",
    title: "No container runs privileged, save for listed system agents",
    weight: 5,
    likelihood: 3,
    impact: 5,
    critical: true,
    checks: ["privileged-container"],
    observation: "decides",
    escalatesTo: "cluster",
    references: ["CIS 5.2.2", "PSS baseline", "NSA pod", "O22:K01", "O25:K01", "T1611"],
    question: {
      asks: "Which containers run privileged, and what would each of them need instead?",
      why: "A privileged container is the node with another name: all devices, all kernel settings. Whoever breaks into it reads every secret mounted on that machine.",
      findOut:
        "`kubectl get pods -A -o json | jq -r '.items[]|select([.spec.containers[].securityContext.privileged]|any)|.metadata.namespace+\"/\"+.metadata.name'`. Ask each owner for the one right that they need.",
      levels: [
        "Unknown, or a common fix for permission errors",
        "Known and many; vendors ask for it and get it",
        "Gone from team workloads; agents run privileged without a review",
        "Only listed system agents, in namespaces of their own; admission refuses the rest",
        "As 3, each exception is renewed yearly with the vendor's answer, and scans count them",
      ],
    },
  },
  {
    id: "containers-run-as-non-root",
    title: "Containers run as a user that is not root",
    weight: 4,
    likelihood: 3,
    impact: 3,
    critical: false,
    checks: ["run-as-non-root-missing"],
    observation: "decides",
    references: ["CIS 5.2.7", "PSS restricted", "NSA pod", "O22:K01", "O25:K01"],
    question: {
      asks: "As which user do your containers run, and who decided it?",
      why: "Root in a container is root on the node the day a kernel or runtime flaw appears. Such flaws come every year, and most of them need root to start with.",
      findOut:
        "In three pods: `kubectl exec POD -- id -u`. A 0 is root. Then check whether manifests set runAsNonRoot, or whether it merely happens to work.",
      levels: [
        "Most run as root",
        "Some images set a user; manifests do not insist",
        "Own services run as non-root; third-party charts do as they like",
        "Manifests demand it everywhere; the exceptions are listed with a reason",
        "As 3, restricted level is enforced, and base images carry no root user at all",
      ],
    },
  },
  {
    id: "privileges-cannot-grow",
    title: "A process cannot gain rights that its container was not given",
    weight: 3,
    likelihood: 3,
    impact: 3,
    critical: false,
    checks: ["privilege-escalation-allowed", "capabilities-drop-all-missing", "capabilities-dangerous-added"],
    observation: "decides",
    escalatesTo: "cluster",
    references: ["CIS 5.2.6", "CIS 5.2.9", "PSS restricted", "PSS baseline", "NSA pod", "O22:K01", "O25:K01", "T1068"],
    question: {
      asks: "Which kernel capabilities do your containers keep, and can a process inside raise its own rights?",
      why: "By default a container keeps fourteen kernel rights and may use setuid programs. A web service needs none of them. Each one left on is a tool for the next local exploit.",
      findOut:
        "In a pod: `grep CapEff /proc/1/status` and decode it with `capsh --decode`. Zero is the aim. NoNewPrivs in the same file should be 1.",
      levels: [
        "Defaults everywhere; SYS_ADMIN or NET_ADMIN appear where something did not work",
        "A few teams drop capabilities",
        "The chart template drops all and forbids escalation; older workloads do not use it",
        "All workloads drop ALL, add back by name, and set allowPrivilegeEscalation to false",
        "As 3, admission enforces it, and every added capability has a reason and a yearly review",
      ],
    },
  },
]);
