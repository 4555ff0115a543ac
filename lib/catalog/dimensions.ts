import type { DimensionText } from "./control.ts";

export const DIMENSION_TEXTS: readonly DimensionText[] = [
  {
    id: "architecture",
    title: "Architecture",
    asks: "Does the platform keep its shape when a node, a zone or a neighbour goes away?",
  },
  {
    id: "applications",
    title: "Applications",
    asks: "Are the applications wired, owned and behaved in a way that suits a platform where everything moves?",
  },
  {
    id: "scalability",
    title: "Scalability",
    asks: "Does capacity follow demand without one workload starving the others?",
  },
  {
    id: "storage-backup",
    title: "Storage and backup",
    asks: "Does data live longer than the pod, the node and the mistake that hit it?",
  },
  {
    id: "ci-cd",
    title: "CI/CD",
    asks: "Is what runs exactly what was reviewed, and can it be changed every day without fear?",
  },
  {
    id: "disaster-recovery",
    title: "Disaster recovery",
    asks: "When the worst day comes, how long until service is back, and who has tried it?",
  },
  {
    id: "monitoring-health",
    title: "Monitoring and health checks",
    asks: "Does somebody learn of trouble before customers do, with the evidence still at hand?",
  },
  {
    id: "security",
    title: "Security",
    asks: "If one part falls to an attacker, what stops the next one from falling with it?",
  },
];
