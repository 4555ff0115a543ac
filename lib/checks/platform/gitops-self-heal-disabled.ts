import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE, type Verdict } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { namespaceOf } from "../reading/namespaced.ts";

/**
 * Judges whether GitOps applies what is merged, takes back what was changed by hand and deletes what left Git: the sync
 * policy of Applications and ApplicationSets, suspend and prune of Flux, and drift detection of its HelmReleases (since
 * v2beta2). Applications that a set of the snapshot makes are judged at the set.
 */
export const gitopsSelfHealDisabled = check({
  id: "gitops-self-heal-disabled",
  title: "GitOps does not take back changes made by hand",
  severity: "low",
  layer: "code",
  dimension: "ci-cd",
  concern: null,
  references: [],
  why: "Git says one thing and the cluster slowly becomes another. An opened port or a raised privilege from a bad night stays for months, and what was deleted in Git still runs, unpatched, with nobody who knows it.",
  seeByHand:
    "kubectl get applications -A -o custom-columns=NAME:.metadata.name,AUTO:.spec.syncPolicy.automated; flux get kustomizations -A",
  fix: "Switch on automated sync with selfHeal and prune, namespace by namespace, after a look at what a sync would change today. Protect what must never be pruned by annotation (argocd.argoproj.io/sync-options: Prune=false, kustomize.toolkit.fluxcd.io/prune: disabled). Where a person must release to production, gate the merge, or use sync windows, and say so in an answer.",
  before: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: web, namespace: argocd }
spec: { project: shop, syncPolicy: { automated: { prune: true } } }
`,
  after: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: web, namespace: argocd }
spec: { project: shop, syncPolicy: { automated: { prune: true, selfHeal: true } } }
`,
  of: "object",
  kinds: ["Application", "ApplicationSet", "Kustomization", "HelmRelease"],
  look: ({ object }, index) => {
    const { apiVersion, kind } = object;
    if (apiVersion.startsWith("argoproj.io/")) {
      if (kind === "Application")
        return isMadeBySet(object, index) ? NOT_APPLICABLE : policyFaults(object.spec, "spec");
      return kind === "ApplicationSet"
        ? policyFaults(recordOf(recordOf(object.spec).template).spec, "spec.template.spec")
        : NOT_APPLICABLE;
    }
    if (kind === "Kustomization" && apiVersion.startsWith("kustomize.toolkit.fluxcd.io/"))
      return kustomizationFaults(object);
    if (kind === "HelmRelease" && apiVersion.startsWith("helm.toolkit.fluxcd.io/")) return helmReleaseFaults(object);
    return NOT_APPLICABLE;
  },
});

function isMadeBySet({ metadata }: KubernetesObject, index: ClusterIndex): boolean {
  const owners = Array.isArray(metadata.ownerReferences) ? metadata.ownerReferences : [];
  const namespace = namespaceOf({ apiVersion: "", kind: "", metadata });
  return owners.some(
    (owner) => owner?.kind === "ApplicationSet" && index.find("ApplicationSet", namespace, owner.name),
  );
}

function policyFaults(spec: unknown, field: string): Verdict {
  const { automated } = recordOf(recordOf(spec).syncPolicy);
  const at = `${field}.syncPolicy`;
  if (automated === undefined || automated === null)
    return [{ field: at, message: "nothing is synced by itself (no syncPolicy.automated)" }];
  const { enabled, selfHeal, prune } = recordOf(automated);
  if (enabled === false)
    return [{ field: `${at}.automated.enabled`, message: "nothing is synced by itself (automated.enabled is false)" }];
  const faults: Fault[] = [];
  if (selfHeal !== true)
    faults.push({
      field: `${at}.automated.selfHeal`,
      message: "changes made by hand are not taken back (selfHeal is not on)",
    });
  if (prune !== true)
    faults.push({ field: `${at}.automated.prune`, message: "what leaves Git is not deleted (prune is not on)" });
  return faults;
}

const SUSPENDED = "it is suspended, so the cluster does not follow Git";

function kustomizationFaults({ spec }: KubernetesObject): Fault[] {
  const { suspend, prune } = recordOf(spec);
  if (suspend === true) return [{ field: "spec.suspend", message: SUSPENDED }];
  return prune === true ? [] : [{ field: "spec.prune", message: "what leaves Git is not deleted (prune is not on)" }];
}

function helmReleaseFaults({ spec, apiVersion }: KubernetesObject): Fault[] {
  const { suspend, driftDetection } = recordOf(spec);
  if (suspend === true) return [{ field: "spec.suspend", message: SUSPENDED }];
  if (/\/v2beta1$/.test(apiVersion) || recordOf(driftDetection).mode === "enabled") return [];
  return [
    {
      field: "spec.driftDetection.mode",
      message: "changes made by hand are not taken back (driftDetection is not enabled)",
    },
  ];
}
