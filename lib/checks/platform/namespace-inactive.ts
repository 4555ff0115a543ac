import { check, PASS } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";

/** Restricted field: status.phase of a Namespace. Allowed: Active. A namespace without status (a manifest) is not judged. */
export const namespaceInactive = check({
  id: "namespace-inactive",
  title: "Namespace is stuck in its deletion",
  severity: "medium",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "A namespace that stays Terminating waits for something that never answers: a finalizer whose controller is gone, or an aggregated API that is down. Nothing can be created in it, what is left of it still runs and costs, and the broken API it waits for often troubles the rest of the cluster too.",
  seeByHand: "kubectl get namespace shop -o jsonpath='{.status.conditions}'",
  fix: "Read the conditions: they name the remaining objects and finalizers, or the API group that cannot be reached. Bring back the controller or delete the dead APIService, and the deletion ends by itself. Removing finalizers by hand leaves whatever they guarded (volumes, load balancers, DNS names) behind.",
  before: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
status: { phase: Terminating }
`,
  after: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
status: { phase: Active }
`,
  of: "object",
  kinds: ["Namespace"],
  look: (located, index) => {
    const { phase, conditions } = recordOf(located.object.status);
    if (typeof phase !== "string")
      return sayOnceOfKind(located, index, "the namespaces have no status here: scan the running cluster");
    if (phase === "Active") return PASS;
    const reasons = recordsOf(conditions)
      .filter(({ entry }) => entry.status === "True" && typeof entry.reason === "string")
      .map(({ entry }) => entry.reason);
    const because = reasons.length > 0 ? `: ${[...new Set(reasons)].slice(0, 3).join(", ")}` : "";
    return [{ field: "status.phase", message: `the namespace is ${phase}${because}` }];
  },
});
