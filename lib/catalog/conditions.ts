/** What is known of a cluster before anybody answers: its distribution, and the objects of its newest snapshot by kind. */
export type ClusterFacts = { name: string; distribution: string; counts: Readonly<Record<string, number>> | null };

/** Controls that a cluster is not asked about, and why: a clause that goes with "because". */
type Condition = { controls: readonly string[]; because: (cluster: ClusterFacts) => string | null };

const PROVIDERS: Readonly<Record<string, string>> = { eks: "EKS", gke: "GKE", aks: "AKS" };

/** Kinds that only a dump of the whole cluster holds: what is missing beside them is not there, rather than left out. */
const SIGNS_OF_A_WHOLE_DUMP = ["Node", "Pod", "Service", "ClusterRole", "StorageClass"];

/**
 * Controls of which a machine sees whether a tool is there: where there is nothing for the tool to do, that it is missing is
 * no gap.
 */
export const ABOUT_A_TOOL: ReadonlySet<string> = new Set(["stateful-namespaces-backed-up"]);

/**
 * Where the provider runs the control plane, these are the provider's to keep. GKE has zonal clusters and AKS a tier without
 * replicas, so that only EKS always keeps the control plane on several machines.
 */
const CONDITIONS: readonly Condition[] = [
  ofProvider(
    ["eks", "gke", "aks"],
    [
      "etcd-mutual-tls",
      "etcd-reached-by-control-plane-only",
      "api-has-no-side-door",
      "account-tokens-well-kept",
      "control-plane-pages-closed",
    ],
  ),
  ofProvider(["eks"], ["control-plane-survives-a-node"]),
  without(["PersistentVolumeClaim", "PersistentVolume", "StatefulSet"], "it has no volumes", [
    "volumes-outlive-their-claims",
    "volumes-can-be-snapshotted",
    "claims-are-bound",
    "volumes-are-encrypted",
    "claims-name-class-and-mode",
    "volumes-have-a-user",
    "backups-run-on-time",
    "stateful-namespaces-backed-up",
  ]),
  without(
    [
      "Ingress",
      "IngressClass",
      "Gateway",
      "HTTPRoute",
      "GRPCRoute",
      "TLSRoute",
      "Route",
      "VirtualService",
      "IngressRoute",
    ],
    "it has no ingress and no gateway",
    ["hosts-stated", "entrance-controller-sound"],
  ),
  without(["HorizontalPodAutoscaler", "ScaledObject"], "nothing in it scales by itself", [
    "autoscalers-set-right",
    "autoscalers-have-room",
  ]),
  without(["CronJob", "CronWorkflow", "ScaledJob"], "it has no scheduled jobs", ["scheduled-jobs-run"]),
  without(["Job", "CronJob", "ScaledJob", "Workflow", "CronWorkflow"], "it has no jobs", ["jobs-end-and-clean-up"]),
  without(["PodDisruptionBudget"], "it has no disruption budgets", [
    "budgets-match-their-pods",
    "budgets-state-their-rule",
  ]),
  without(["ResourceQuota"], "it has no quotas", ["quotas-have-room"]),
  without(["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"], "it has no admission webhooks", [
    "webhooks-known",
  ]),
  without(
    [
      "Application",
      "ApplicationSet",
      "AppProject",
      "Kustomization",
      "HelmRelease",
      "GitRepository",
      "HelmRepository",
      "OCIRepository",
    ],
    "no delivery controller runs in it",
    ["deployments-are-green", "sources-trusted-and-fenced"],
  ),
];

/** Controls that one cluster leaves out, each with the reason as a sentence. */
export function leftOutOn(cluster: ClusterFacts): Map<string, string> {
  const left = new Map<string, string>();
  for (const { controls, because } of CONDITIONS) {
    const reason = because(cluster);
    if (reason) for (const control of controls) left.set(control, `Not asked of ${cluster.name}: ${reason}.`);
  }
  return left;
}

/** Controls that no cluster of an assessment is asked about, each with the reasons; none where there is no cluster. */
export function leftOutOnAll(clusters: readonly ClusterFacts[]): Map<string, string> {
  const [first, ...rest] = clusters.map(leftOutOn);
  const shared = [...(first ?? [])].filter(([control]) => rest.every((each) => each.has(control)));
  return new Map(
    shared.map(([control, reason]) => [control, [reason, ...rest.map((each) => each.get(control))].join(" ")]),
  );
}

/** Every control that some condition speaks of. */
export const CONDITIONAL_CONTROLS: readonly string[] = CONDITIONS.flatMap(({ controls }) => controls);

function ofProvider(distributions: readonly string[], controls: readonly string[]): Condition {
  const because = ({ distribution }: ClusterFacts) =>
    distributions.includes(distribution) ? `${PROVIDERS[distribution]} runs its control plane` : null;
  return { controls, because };
}

function without(kinds: readonly string[], reason: string, controls: readonly string[]): Condition {
  const because = ({ counts }: ClusterFacts) => {
    if (!counts || SIGNS_OF_A_WHOLE_DUMP.some((kind) => !counts[kind])) return null;
    return kinds.some((kind) => counts[kind]) ? null : `${reason}, says its newest snapshot`;
  };
  return { controls, because };
}
