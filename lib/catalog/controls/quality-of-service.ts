import { entriesOfConcern } from "./entry.ts";

export const QUALITY_OF_SERVICE = entriesOfConcern("quality-of-service", [
  {
    id: "every-container-has-requests",
    title: "Every container asks for the CPU and memory that it needs",
    weight: 4,
    likelihood: 4,
    impact: 3,
    critical: false,
    dimension: "scalability",
    checks: ["cpu-request-missing", "memory-request-missing"],
    observation: "decides",
    references: ["O22:K01", "O25:K01", "T1499"],
    question: {
      asks: "Does the scheduler know how much CPU and memory each container needs?",
      why: "A container without requests counts as nothing when pods are placed, and is the first to be evicted. Nodes fill up unseen until a busy hour pushes out whatever happens to be there.",
      findOut:
        "`kubectl get pods -A -o json | jq '[.items[].spec.containers[]|select(.resources.requests.cpu==null)]|length'` and the same for memory. Then compare five requests with real use.",
      levels: [
        "Requests are the exception",
        "Set where a pod was once evicted",
        "Most workloads have them, copied from a template and never measured",
        "Every container has both, from measured use, or a LimitRange supplies them",
        "As 3, requests are compared with use each month, and the pipeline refuses missing ones",
      ],
    },
  },
  {
    id: "memory-limits-set",
    title: "Every container has a memory limit",
    weight: 4,
    likelihood: 3,
    impact: 4,
    critical: false,
    dimension: "scalability",
    checks: ["memory-limit-missing"],
    observation: "decides",
    references: ["NSA network", "O22:K01", "O25:K01", "T1499"],
    question: {
      asks: "What stops a container that leaks memory from taking its node down?",
      why: "Memory is shared by all containers of a node. Without a limit the leak ends when the kernel kills something, and it may well choose the payment service instead of the culprit.",
      findOut:
        "`kubectl describe node NODE | grep -A60 'Non-terminated Pods'` and look for 0 under memory limits. Then ask when a node last went NotReady for memory pressure.",
      levels: [
        "Nothing; limits are seldom set",
        "Limits on the workloads that caused an incident",
        "Limits on the customer-facing services; batch jobs and agents go without",
        "Every container has a limit that fits its measured peak",
        "As 3, out-of-memory kills are counted and alerted, and admission refuses a missing limit",
      ],
    },
  },
  {
    id: "namespaces-have-quotas",
    title: "Every team namespace has a quota and default limits",
    weight: 3,
    likelihood: 3,
    impact: 3,
    critical: false,
    dimension: "scalability",
    checks: ["resource-quota-missing", "limit-range-missing"],
    observation: "decides",
    references: ["NSA network", "CIS 5.6.1", "O22:K01", "T1496"],
    question: {
      asks: "How much of the cluster can one team use up by mistake, or one intruder for mining coins?",
      why: "A job with a wrong parallelism, or a stolen deploy token, can fill the cluster in minutes. Without quotas it also fills the invoice, because new nodes come by themselves.",
      findOut:
        "`kubectl get resourcequota,limitrange -A` and hold the list against `kubectl get ns`. Namespaces of teams that appear in neither have no ceiling.",
      levels: [
        "No quotas anywhere",
        "One or two namespaces, after an incident",
        "Quotas exist, so high that they have never been felt",
        "Each team namespace has a quota from its plan and a LimitRange with defaults",
        "As 3, namespaces are born with both, and a team hears of it at 80 percent",
      ],
    },
  },
]);
