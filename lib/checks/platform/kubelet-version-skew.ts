import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, notAssessable, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";

/** By Kubernetes' version skew policy: minors that a kubelet may be behind, and how few it was before 1.25. */
const MOST_BEHIND = 3;
const MOST_BEHIND_BEFORE_25 = 2;
/** k3s, k0s and RKE2 ship API server and kubelet as one: on a node of the control plane both have one version. */
const ONE_RELEASE = /^v?(1\.\d+)\.\S*[+-](?:k3s|k0s|rke2)/;
const CONTROL_PLANE = ["control-plane", "master"].map((role) => `node-role.kubernetes.io/${role}`);

type Servers = { oldest: number; newest: number };

/**
 * Judges status.nodeInfo.kubeletVersion of every Node against the API server's version: never newer, and at most three
 * minors older (two before 1.25). Where nothing tells the API server's version the newest kubelet stands in for it, as
 * none is newer than its server: who is too far behind that one is so for certain, and the others cannot be judged.
 */
export const kubeletVersionSkew = check({
  id: "kubelet-version-skew",
  title: "Kubelet's version does not fit the control plane",
  severity: "medium",
  layer: "cluster",
  dimension: "architecture",
  concern: null,
  references: ["NSA upgrade", "O22:K10", "O25:K07"],
  why: "Nobody tests a kubelet that is more than three minors behind its API server, or ahead of it. Fields that it does not know are dropped in silence, a probe or a security setting among them, pods hang between states, and the next upgrade of the control plane breaks the node for good.",
  seeByHand:
    "kubectl version; kubectl get nodes -o custom-columns=NODE:.metadata.name,KUBELET:.status.nodeInfo.kubeletVersion",
  fix: "Bring the nodes up pool by pool: drain one, replace it by one of the control plane's version, delete the old one. Kubelets may skip minors when the node is drained. Hold upgrades of the control plane until none is more than two behind. A kubelet that is ahead means a control plane that was forgotten or rolled back: upgrade it first, nodes always after.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp-1, namespace: kube-system }
spec: { containers: [{ name: kube-apiserver, image: "registry.k8s.io/kube-apiserver:v1.36.2" }] }
---
apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { kubeletVersion: v1.32.4 } }
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp-1, namespace: kube-system }
spec: { containers: [{ name: kube-apiserver, image: "registry.k8s.io/kube-apiserver:v1.36.2" }] }
---
apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { kubeletVersion: v1.36.1 } }
`,
  of: "cluster",
  look: (index) => {
    const kubelets = index.ofKind("Node").flatMap((on) => {
      const { kubeletVersion } = recordOf(recordOf(on.object.status).nodeInfo);
      const minor = typeof kubeletVersion === "string" ? kubernetesMinor(kubeletVersion) : Number.POSITIVE_INFINITY;
      return Number.isFinite(minor) ? [{ on, minor, version: String(kubeletVersion).slice(0, 60) }] : [];
    });
    if (kubelets.length === 0) return notAssessable("no node in the snapshot says its kubelet's version");
    const known = serversOf(index);
    const newest = kubelets.reduce((highest, { minor }) => Math.max(highest, minor), 0);
    const servers = known ?? { oldest: newest, newest };
    const faults = kubelets.flatMap(({ on, minor, version }): Fault[] => {
      const skew = skewInWords(minor, servers, known !== null);
      return skew === null
        ? []
        : [{ on, field: "status.nodeInfo.kubeletVersion", message: `the kubelet is ${version}, ${skew}` }];
    });
    if (faults.length > 0 || known !== null) return faults.length > 0 ? faults : PASS;
    return notAssessable(
      "the snapshot does not tell the version of the API server: add what `kubectl version -o json` answers",
    );
  },
});

/** What is wrong between a kubelet and its API servers, in words; null when they fit. */
function skewInWords(minor: number, { oldest, newest }: Servers, isKnown: boolean): string | null {
  const ahead = minor - oldest;
  if (ahead > 0) return `${inMinors(ahead)} ahead of the API server (1.${oldest})`;
  const behind = newest - minor;
  if (behind <= (minor < 25 ? MOST_BEHIND_BEFORE_25 : MOST_BEHIND)) return null;
  return isKnown
    ? `${inMinors(behind)} behind the API server (1.${newest})`
    : `at least ${inMinors(behind)} behind the API server: another kubelet is 1.${newest}`;
}

function inMinors(count: number): string {
  return `${count} minor${count === 1 ? "" : "s"}`;
}

/** The minors of the API servers; null when nothing tells them. */
function serversOf({ serverVersions, ofKind }: ClusterIndex): Servers | null {
  const told = serverVersions
    ? [serverVersions.oldest, serverVersions.newest]
    : ofKind("Node").flatMap(({ object }) => oneRelease(object));
  const minors = told.map(kubernetesMinor).filter(Number.isFinite);
  return minors.length === 0
    ? null
    : { oldest: minors.reduce((a, b) => Math.min(a, b)), newest: minors.reduce((a, b) => Math.max(a, b)) };
}

function oneRelease({ metadata, status }: LocatedObject["object"]): string[] {
  const { kubeletVersion } = recordOf(recordOf(status).nodeInfo);
  const labels = recordOf(metadata.labels);
  if (typeof kubeletVersion !== "string" || !CONTROL_PLANE.some((label) => labels[label] !== undefined)) return [];
  return ONE_RELEASE.exec(kubeletVersion.slice(0, 100))?.slice(1, 2) ?? [];
}
