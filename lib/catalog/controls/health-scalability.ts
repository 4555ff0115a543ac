import { entriesOfDimension } from "./entry.ts";

export const HEALTH_SCALABILITY = entriesOfDimension("scalability", [
  {
    id: "node-capacity-follows-demand",
    title: "Node capacity follows demand within known bounds",
    layer: "cloud",
    weight: 3,
    likelihood: 3,
    impact: 3,
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence: "Autoscaling groups and account quotas in a Terraform plan or a provider export",
    references: ["T1496"],
    question: {
      asks: "If traffic doubled within ten minutes, how would the nodes for it appear, and where would it stop?",
      why: "Pods that find no room wait. Growth by ticket takes hours; growth without an upper bound takes your budget; and the account's own quota is often met on the busiest day of the year.",
      findOut:
        "On staging, scale a deployment beyond the free room and time it until all pods run. Then compare the pool's maximum with the account quota and free addresses in the subnets.",
      levels: [
        "Nodes are added by hand",
        "Autoscaling exists; its bounds were never tested",
        "Works for general pools; quotas, addresses or special machine types are unknown limits",
        "All pools scale by themselves with set bounds below known quotas and address space",
        "As 3, a scale-out test runs each quarter, and quotas are alerted at 70 percent",
      ],
    },
  },
  {
    id: "workloads-scale-with-load",
    title: "Workloads with changing load scale by themselves",
    layer: "container",
    weight: 3,
    likelihood: 3,
    impact: 3,
    critical: false,
    checks: ["hpa-missing", "hpa-target-not-found"],
    observation: "decides",
    references: [],
    question: {
      asks: "Who changes the number of replicas when Monday morning comes?",
      why: "A fixed number is too small at the peak and too dear at night. An autoscaler that points at a renamed deployment is worse: everyone believes in it and it does nothing.",
      findOut:
        "`kubectl get hpa -A` and read the TARGETS column: unknown means broken. List the busiest services that have none and ask what happened at the last peak.",
      levels: [
        "Fixed replicas, changed by hand when it hurts",
        "A few autoscalers on CPU, never looked at",
        "The busy services scale; some on a signal that does not match their load",
        "Every service with changing load scales on a signal that was tested, between set bounds",
        "As 3, scaling at its maximum raises an alert, and bounds are reviewed after each peak",
      ],
    },
  },
  {
    id: "breaking-point-known",
    title: "The load at which each main service breaks is known",
    layer: "code",
    weight: 2,
    likelihood: 3,
    impact: 3,
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence: "Load-test reports, for example of k6, Gatling or JMeter",
    references: ["T1499"],
    question: {
      asks: "At how many requests a second does your main service break, and what gives way first?",
      why: "More pods do not help when the database has no connections left. A limit that is found by customers is found at the worst hour, and an attacker needs only a little more than that.",
      findOut:
        "Ask for the newest load test: its date, the highest rate that was held and what limited it. Compare that rate with last month's peak.",
      levels: [
        "Nobody knows",
        "Guessed from the last incident",
        "Tested once, before a launch or a season",
        "Tested at least twice a year for the main paths; the first limit is known and twice the peak",
        "As 3, a load test runs at each major release, and a drop fails it",
      ],
    },
  },
]);
