import { check, NOT_APPLICABLE, PASS } from "../check.ts";

/** How manifests are written everywhere: what it is, either way round, and its name, before what it says. */
const CUSTOMARY: readonly (readonly string[])[] = [
  ["apiVersion", "kind", "metadata"],
  ["kind", "apiVersion", "metadata"],
];

/**
 * Judges the order of the fields at the top of a manifest: apiVersion, kind and metadata first, as people write, or all by
 * the alphabet, as tools do. Deeper down anybody's order is as good as another. What a cluster printed is nobody's style.
 */
export const manifestStyle = check({
  id: "manifest-style",
  title: "Manifest does not begin with what it is",
  severity: "low",
  layer: "code",
  dimension: "ci-cd",
  concern: null,
  references: [],
  why: "Kubernetes does not mind. People do: who reviews a change has to search what kind of object it is and how it is called, and two files that say the same look different in every comparison. Where reviews are slow, mistakes pass.",
  seeByHand: "grep -L '^apiVersion' -r deploy --include='*.yaml'; head -4 deploy/*.yaml",
  fix: "Let a formatter write all manifests (yq, prettier, kustomize cfg fmt) and check it on every pull request. Do it in one commit of its own that changes nothing else, and tell git blame to skip that commit.",
  before: `kind: ConfigMap
metadata: { name: settings, namespace: shop }
apiVersion: v1
data: { mode: fast }
`,
  after: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { mode: fast }
`,
  of: "object",
  kinds: [
    "Pod",
    "Deployment",
    "StatefulSet",
    "DaemonSet",
    "ReplicaSet",
    "Job",
    "CronJob",
    "Service",
    "ConfigMap",
    "Secret",
    "Namespace",
    "ServiceAccount",
    "PersistentVolumeClaim",
    "Ingress",
    "NetworkPolicy",
    "Role",
    "ClusterRole",
    "RoleBinding",
    "ClusterRoleBinding",
    "HorizontalPodAutoscaler",
    "PodDisruptionBudget",
  ],
  look: ({ object }, index) => {
    if (index.live || object.metadata.uid !== undefined) return NOT_APPLICABLE;
    const written = Object.keys(object);
    const isCustomary = CUSTOMARY.some((names) => names.every((name, at) => written[at] === name));
    if (isCustomary || isByAlphabet(written)) return PASS;
    const misplaced = CUSTOMARY[0]?.find((name) => written.indexOf(name) > 1 && name !== "metadata") ?? "metadata";
    return [
      {
        field: misplaced,
        message: `its fields come as ${written.slice(0, 6).join(", ")}, with ${misplaced} out of place`,
      },
    ];
  },
});

function isByAlphabet(names: readonly string[]): boolean {
  return names.every((name, at) => at === 0 || (names[at - 1] ?? "") <= name);
}
