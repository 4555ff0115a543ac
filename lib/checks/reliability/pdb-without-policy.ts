import { check, type Fault } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";

/** The minor release from which unhealthyPodEvictionPolicy is read without a feature gate. */
const KNOWS_BROKEN_PODS = 27;

/**
 * Restricted fields: spec.minAvailable, spec.maxUnavailable, spec.unhealthyPodEvictionPolicy. Allowed: one of the first
 * two, and from Kubernetes 1.27 on any policy that is written down.
 */
export const pdbWithoutPolicy = check({
  id: "pdb-without-policy",
  title: "Disruption budget leaves its rule open",
  severity: "low",
  layer: "cluster",
  dimension: "disaster-recovery",
  concern: null,
  references: [],
  why: "A budget that says neither how many must stay nor how many may go counts none as expected, and lets none go: maintenance hangs on a rule that nobody wrote. One that does not say what holds for broken pods keeps them on their node as well: a pod that only crashes then stops the upgrade of a whole cluster.",
  seeByHand:
    "kubectl get pdb -A -o custom-columns='NS:.metadata.namespace,NAME:.metadata.name,MIN:.spec.minAvailable,MAX:.spec.maxUnavailable,BROKEN:.spec.unhealthyPodEvictionPolicy'",
  fix: "Set maxUnavailable: 1, and unhealthyPodEvictionPolicy: AlwaysAllow, so that pods that do not serve anyway may leave. Say IfHealthyBudget where a pod that is not ready still holds data that the others need, as in a database that is catching up.",
  before: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } } }
`,
  after: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector: { matchLabels: { app: web } }
`,
  of: "object",
  kinds: ["PodDisruptionBudget"],
  look: ({ object }, index) => {
    const { minAvailable, maxUnavailable, unhealthyPodEvictionPolicy: broken } = recordOf(object.spec);
    const isSet = (value: unknown) => value !== undefined && value !== null && value !== "";
    const faults: Fault[] = [];
    if (!isSet(minAvailable) && !isSet(maxUnavailable))
      faults.push({ field: "spec", message: "it says neither minAvailable nor maxUnavailable, and so lets no pod go" });
    if (!isSet(broken) && kubernetesMinor(index.kubernetesVersion) >= KNOWS_BROKEN_PODS)
      faults.push({
        field: "spec.unhealthyPodEvictionPolicy",
        message: "it does not say whether pods that are not ready may be evicted, so they hold up maintenance",
      });
    return faults;
  },
});
