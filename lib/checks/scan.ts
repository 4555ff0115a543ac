import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { LocatedObject, Unreadable } from "#lib/kubernetes/object.ts";
import { compare } from "#lib/kubernetes/one-of-each.ts";
import type { Check } from "./check.ts";
import { evaluate, type Wanted } from "./evaluate.ts";
import { podSecurityOf } from "./pod-security-standards.ts";
import type { ScanReport } from "./result.ts";
import { FIELD_DEFAULTS, type ScanSettings } from "./settings.ts";

/**
 * Evaluates a snapshot: every check, the Pod Security level of every workload, and what was read by kind. Thresholds are
 * those of the settings. The same objects give the same report, in whatever order they come.
 */
export function scan(
  snapshot: {
    objects: readonly LocatedObject[];
    unreadable: readonly Unreadable[];
    kubernetesVersion?: string;
    /** When the snapshot was taken (ISO 8601); else what the objects tell. */
    observedAt?: string;
    /** The newest time that reading saw in the objects, also in what it left out of them. */
    newestTime?: string | null;
    /** When it came in (ISO 8601): what nothing in it tells was taken then. */
    receivedAt?: string;
  },
  checks: readonly Check[],
  settings: ScanSettings = FIELD_DEFAULTS,
  wanted: Wanted = { passes: true },
): ScanReport {
  const { kubernetesVersion, observedAt, newestTime, receivedAt } = snapshot;
  const isCut = snapshot.unreadable.some((part) => part.cut);
  const index = buildClusterIndex(snapshot.objects, { kubernetesVersion, observedAt, newestTime, receivedAt, isCut });
  const { results, tallies } = evaluate(index, checks, settings, wanted);
  return {
    kubernetesVersion: index.kubernetesVersion,
    observedAt: index.observedAt,
    objects: { ...index.counts },
    unreadable: [...snapshot.unreadable].sort(byPlace),
    results,
    tallies,
    podSecurity: index.workloads.map((workload) => podSecurityOf(workload, index.kubernetesVersion)),
  };
}

function byPlace(a: Unreadable, b: Unreadable): number {
  return (
    compare(a.path, b.path) ||
    (a.document ?? 0) - (b.document ?? 0) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compare(a.reason, b.reason)
  );
}
