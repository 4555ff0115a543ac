import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, type Fault, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { isReplicated, isSingleOnPurpose } from "../reading/replica-floor.ts";

/**
 * Restricted field: topologySpreadConstraints of the pods of what has replicas. Allowed: at least one, each with a
 * maxSkew of 1 or more, a topologyKey, a known whenUnsatisfiable and a labelSelector (none selects nothing). An
 * anti-affinity between the pods spreads them too. A single replica on purpose cannot be spread.
 */
export const topologySpreadMissingOrInvalid = check({
  id: "topology-spread-missing-or-invalid",
  title: "Replicas are not spread over nodes or zones",
  severity: "low",
  layer: "container",
  dimension: "architecture",
  concern: null,
  references: [],
  why: "The scheduler may put all replicas onto one node or into one zone, and often does after an upgrade. Three replicas that stand together fall together, and the number only looked like safety.",
  seeByHand: "kubectl get pods -A -o wide --sort-by=.spec.nodeName",
  fix: "Add topologySpreadConstraints over zones and host names, with the labels of the pod template, and ScheduleAnyway unless you would rather wait than stand together. DoNotSchedule keeps pods pending when a zone is full. It acts on new pods only: restart the workload once.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: { matchLabels: { app: web } }
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  of: "workload",
  look: (workload, index) => {
    if (!isReplicated(workload)) return NOT_APPLICABLE;
    const field = `${workload.podField}.topologySpreadConstraints`;
    const constraints = recordsOf(workload.pod.topologySpreadConstraints);
    if (constraints.length > 0) return constraints.flatMap(({ entry, at }) => malformations(entry, `${field}[${at}]`));
    if (hasAntiAffinity(workload)) return PASS;
    if (isSingleOnPurpose(workload, index)) return NOT_APPLICABLE;
    return [{ field, message: "nothing spreads its replicas over nodes or zones" }];
  },
});

function hasAntiAffinity({ pod }: Workload): boolean {
  const anti = recordOf(recordOf(pod.affinity).podAntiAffinity);
  return Object.values(anti).some((terms) => recordsOf(terms).length > 0);
}

function malformations(constraint: Record<string, unknown>, field: string): Fault[] {
  const { maxSkew, topologyKey, whenUnsatisfiable, labelSelector, minDomains } = constraint;
  const faults: Fault[] = [];
  if (typeof maxSkew !== "number" || maxSkew < 1)
    faults.push({ field: `${field}.maxSkew`, message: `maxSkew is ${maxSkew ?? "missing"}; it has to be 1 or more` });
  if (typeof topologyKey !== "string" || topologyKey === "")
    faults.push({
      field: `${field}.topologyKey`,
      message: "topologyKey is missing, so there is nothing to spread over",
    });
  if (whenUnsatisfiable !== "DoNotSchedule" && whenUnsatisfiable !== "ScheduleAnyway")
    faults.push({
      field: `${field}.whenUnsatisfiable`,
      message: `whenUnsatisfiable is ${whenUnsatisfiable ?? "missing"}; it has to be DoNotSchedule or ScheduleAnyway`,
    });
  if (typeof labelSelector !== "object" || labelSelector === null)
    faults.push({
      field: `${field}.labelSelector`,
      message: "labelSelector is missing, so the constraint counts no pod",
    });
  if (minDomains !== undefined && minDomains !== null && (typeof minDomains !== "number" || minDomains < 1))
    faults.push({ field: `${field}.minDomains`, message: `minDomains is ${minDomains}; it has to be 1 or more` });
  return faults;
}
