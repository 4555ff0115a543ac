import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE, notAssessable, type Verdict } from "../check.ts";
import { conditionOf } from "../reading/condition.ts";
import { recordOf } from "../reading/entries.ts";
import { reasonInWords } from "../reading/reason-in-words.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";

/** Kinds of Flux and of Rancher's Fleet that say with a condition Ready whether the cluster is as Git says. */
const READY_KINDS: Readonly<Record<string, RegExp>> = {
  Kustomization: /^kustomize\.toolkit\.fluxcd\.io\//,
  HelmRelease: /^helm\.toolkit\.fluxcd\.io\//,
  GitRepository: /^source\.toolkit\.fluxcd\.io\//,
  OCIRepository: /^source\.toolkit\.fluxcd\.io\//,
  HelmRepository: /^source\.toolkit\.fluxcd\.io\//,
  HelmChart: /^source\.toolkit\.fluxcd\.io\//,
  Bucket: /^source\.toolkit\.fluxcd\.io\//,
  GitRepo: /^fleet\.cattle\.io\//,
};

/** What Argo CD says of an application that is not as it should be. Progressing, Suspended and Unknown health are passing states. */
const OUT_OF_SYNC: ReadonlySet<unknown> = new Set(["OutOfSync", "Unknown"]);
const UNHEALTHY: ReadonlySet<unknown> = new Set(["Degraded", "Missing"]);
const FAILED: ReadonlySet<unknown> = new Set(["Failed", "Error"]);

/** Judges the status of Applications of Argo CD, and the condition Ready of the objects of Flux and Fleet. */
export const gitopsApplicationOutOfSync = check({
  id: "gitops-application-out-of-sync",
  title: "Cluster is not as Git says",
  severity: "medium",
  layer: "code",
  dimension: "ci-cd",
  concern: null,
  references: [],
  why: "What was reviewed is not what runs. Either somebody changed the cluster by hand, or a merge never arrived; a fix that everybody believes to be live is not, and rebuilding the cluster from Git would give another one.",
  seeByHand: "kubectl get applications -A; flux get all -A --status-selector ready=false",
  fix: "Look at the difference first (argocd app diff, flux diff): a change made by hand in an emergency belongs into Git before a sync takes it away. Fields that a controller fills in need ignoreDifferences. Then sync, and alert on this state after some minutes, so that a failed merge is known to the one who merged.",
  before: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: web, namespace: argocd }
spec: { project: shop, destination: { namespace: shop } }
status: { sync: { status: OutOfSync }, health: { status: Healthy } }
`,
  after: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: web, namespace: argocd }
spec: { project: shop, destination: { namespace: shop } }
status: { sync: { status: Synced }, health: { status: Healthy } }
`,
  of: "object",
  kinds: ["Application", ...Object.keys(READY_KINDS)],
  look: (located, index) => {
    const { object } = located;
    const isArgo = object.kind === "Application" && object.apiVersion.startsWith("argoproj.io/");
    if (!isArgo && !READY_KINDS[object.kind]?.test(object.apiVersion)) return NOT_APPLICABLE;
    const verdict = isArgo ? judgeApplication(object) : judgeReady(object);
    if (verdict) return verdict;
    if (index.live && object.status !== undefined) return notAssessable(`the ${object.kind} does not say how it goes`);
    return sayOnceOfKind(
      located,
      index,
      "manifests do not show whether the cluster follows Git: scan the running cluster",
    );
  },
});

function judgeApplication({ status }: KubernetesObject): Verdict | null {
  const { sync, health, operationState } = recordOf(status);
  const synced = recordOf(sync).status;
  const healthy = recordOf(health).status;
  const { phase, message } = recordOf(operationState);
  if (synced === undefined && healthy === undefined && phase === undefined) return null;
  const faults: Fault[] = [];
  if (OUT_OF_SYNC.has(synced)) faults.push({ field: "status.sync.status", message: `the application is ${synced}` });
  if (UNHEALTHY.has(healthy)) faults.push({ field: "status.health.status", message: `its objects are ${healthy}` });
  if (FAILED.has(phase))
    faults.push({
      field: "status.operationState.phase",
      message: `the last sync ended as ${phase}${reasonInWords({ message })}`,
    });
  return faults;
}

/** Suspended objects stand still on purpose: another check speaks of that. */
function judgeReady(object: KubernetesObject): Verdict | null {
  if (recordOf(object.spec).suspend === true) return NOT_APPLICABLE;
  const ready = conditionOf(object, "Ready");
  if (!ready) return null;
  return ready.status === "False"
    ? [{ field: ready.field, message: `the ${object.kind} is not ready${ready.words}` }]
    : [];
}
