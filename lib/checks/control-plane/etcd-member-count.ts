import { check, notAssessable } from "../check.ts";
import { whyUnseen } from "../reading/control-plane-program.ts";
import { etcdClustersOf } from "../reading/etcd-members.ts";

/** The fewest members of which one may be lost. */
const FEWEST = 3;

/**
 * Judges how many members each etcd of the control plane has. Allowed: three and more, an odd number. Members that are
 * down count: the majority is reckoned from all.
 */
export const etcdMemberCount = check({
  id: "etcd-member-count",
  title: "etcd has too few members, or an even number",
  severity: "high",
  layer: "cluster",
  dimension: "architecture",
  concern: null,
  references: [],
  why: "etcd goes on while most of its members do. A single one takes the whole cluster's state along when its disk dies. Two are worse than one, for both must stand, and four survive no more than three: the even one adds a machine that can fail and a vote that can tie.",
  seeByHand:
    "kubectl -n kube-system get pods -l component=etcd -o wide; kubectl get nodes -l node-role.kubernetes.io/etcd",
  fix: "Run three members in three zones, five if two must be lost at once; more only slow every write. Take a snapshot first, then join one machine after the other and wait until each has caught up (etcdctl endpoint status). An even number during such a move is no fault if it ends the same day. Where a provider can run the control plane, that is the cheaper answer.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: etcd-cp-1, namespace: kube-system, labels: { component: etcd, tier: control-plane } }
spec: { nodeName: cp-1, containers: [{ name: etcd, command: [etcd], image: "registry.k8s.io/etcd:3.6.5-0" }] }
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: etcd-cp-1, namespace: kube-system, labels: { component: etcd, tier: control-plane } }
spec: { nodeName: cp-1, containers: [{ name: etcd, command: [etcd], image: "registry.k8s.io/etcd:3.6.5-0" }] }
---
apiVersion: v1
kind: Pod
metadata: { name: etcd-cp-2, namespace: kube-system, labels: { component: etcd, tier: control-plane } }
spec: { nodeName: cp-2, containers: [{ name: etcd, command: [etcd], image: "registry.k8s.io/etcd:3.6.5-0" }] }
---
apiVersion: v1
kind: Pod
metadata: { name: etcd-cp-3, namespace: kube-system, labels: { component: etcd, tier: control-plane } }
spec: { nodeName: cp-3, containers: [{ name: etcd, command: [etcd], image: "registry.k8s.io/etcd:3.6.5-0" }] }
`,
  of: "cluster",
  look: (index) => {
    const clusters = etcdClustersOf(index);
    if (clusters.length === 0) return notAssessable(whyUnseen(index, "etcd"));
    return clusters.flatMap(({ name, members, on }) => {
      const wrong = whatIsWrong(members);
      return wrong === null ? [] : [{ field: on ? "metadata.labels" : "", message: `${name} ${wrong}`, on }];
    });
  },
});

function whatIsWrong(members: number): string | null {
  if (members === 1) return "has a single member: its disk holds the only copy of the cluster's state";
  if (members % 2 === 1 && members >= FEWEST) return null;
  const lost = members - Math.floor(members / 2) - 1;
  return `has ${members} members, which survive the loss of ${lost === 0 ? "none" : lost}, as ${members - 1} would`;
}
