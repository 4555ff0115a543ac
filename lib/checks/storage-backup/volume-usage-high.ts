import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, type Fault, notAssessable } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { objectNamed } from "../reading/namespaced.ts";

/** Share of a volume from which it is nearly full: kubelets and the usual alerts take 15 % of free room for the edge. */
const NEARLY_FULL = 0.85;

/** One volume of one pod as the kubelet measured it. */
type Measured = { name: string; namespace: string; field: string; volume: Record<string, unknown> };

/**
 * Judges the bytes and inodes of claimed volumes in the kubelets' stats summaries, when the snapshot holds them (as objects
 * of kind Summary, with the fields that /stats/summary answers).
 */
export const volumeUsageHigh = check({
  id: "volume-usage-high",
  title: "Volume is nearly full",
  severity: "medium",
  layer: "cluster",
  dimension: "storage-backup",
  concern: null,
  references: [],
  why: "A full disk stops a database in the middle of a write, and many do not start again without help. It is one of the few outages that announce themselves for weeks.",
  seeByHand: "kubectl get --raw /api/v1/nodes/worker-1/proxy/stats/summary | grep -A 12 pvcRef",
  fix: "Find what grows (logs, old write-ahead logs, deleted rows that were never vacuumed) and clean that first. Then enlarge the claim, if its class allows that; most drivers grow a volume while it is mounted. Alert at this share and on the trend, with a rule on kubelet_volume_stats_available_bytes.",
  before: `apiVersion: v1
kind: Summary
metadata: { name: worker-1 }
pods:
  - podRef: { name: db-0, namespace: shop }
    volume: [{ name: data, pvcRef: { name: data-db-0, namespace: shop }, capacityBytes: 100000000, usedBytes: 93000000, availableBytes: 7000000 }]
`,
  after: `apiVersion: v1
kind: Summary
metadata: { name: worker-1 }
pods:
  - podRef: { name: db-0, namespace: shop }
    volume: [{ name: data, pvcRef: { name: data-db-0, namespace: shop }, capacityBytes: 100000000, usedBytes: 40000000, availableBytes: 60000000 }]
`,
  of: "cluster",
  look: (index) => {
    if (index.ofKind("Summary").length === 0)
      return notAssessable(
        'the snapshot holds no use of volumes: add the answers of /api/v1/nodes/NODE/proxy/stats/summary to it, each with kind "Summary" and metadata.name',
      );
    return index.ofKind("Summary").flatMap((summary) =>
      recordsOf(summary.object.pods)
        .flatMap(({ entry, at }) => measuredOf(entry, `pods[${at}]`))
        .flatMap((measured) => {
          const fault = faultOf(measured, index);
          return fault ? [{ ...fault, on: fault.on ?? summary }] : [];
        }),
    );
  },
});

function measuredOf(pod: Record<string, unknown>, field: string): Measured[] {
  return recordsOf(pod.volume).flatMap(({ entry, at }) => {
    const { name, namespace } = recordOf(entry.pvcRef);
    if (typeof name !== "string" || typeof namespace !== "string") return [];
    return [{ name, namespace, field: `${field}.volume[${at}]`, volume: entry }];
  });
}

function faultOf({ name, namespace, field, volume }: Measured, index: ClusterIndex): Fault | null {
  const bytes = shareOf(volume.usedBytes, volume.capacityBytes);
  const inodes = shareOf(volume.inodesUsed, volume.inodes);
  if (Math.max(bytes, inodes) < NEARLY_FULL) return null;
  const what =
    bytes >= inodes ? `${Math.round(100 * bytes)} % of its bytes` : `${Math.round(100 * inodes)} % of its inodes`;
  const claim = objectNamed(index, "PersistentVolumeClaim", namespace, name);
  const message = `claim ${namespace}/${name} uses ${what}`;
  return claim
    ? { on: claim, field: "spec.resources.requests.storage", message }
    : { field: `${field}.${bytes >= inodes ? "usedBytes" : "inodesUsed"}`, message };
}

function shareOf(used: unknown, all: unknown): number {
  return typeof used === "number" && typeof all === "number" && all > 0 ? used / all : 0;
}
