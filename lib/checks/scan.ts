import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { LocatedObject, Unreadable } from "#lib/kubernetes/object.ts";
import type { Check } from "./check.ts";
import { evaluate } from "./evaluate.ts";
import { podSecurityOf } from "./pod-security-standards.ts";
import type { ScanReport } from "./result.ts";
import { FIELD_DEFAULTS, type ScanSettings } from "./settings.ts";

/**
 * Evaluates a snapshot: every check, the Pod Security level of every workload, and what was read by kind. Thresholds are
 * those of the settings.
 */
export function scan(
  snapshot: {
    objects: readonly LocatedObject[];
    unreadable: readonly Unreadable[];
    kubernetesVersion?: string;
    /** When the snapshot was taken (ISO 8601); else what the objects tell. */
    observedAt?: string;
  },
  checks: readonly Check[],
  settings: ScanSettings = FIELD_DEFAULTS,
): ScanReport {
  const { kubernetesVersion, observedAt } = snapshot;
  const index = buildClusterIndex(snapshot.objects, { kubernetesVersion, observedAt });
  const { results, tallies } = evaluate(index, checks, settings);
  return {
    kubernetesVersion: index.kubernetesVersion,
    objects: { ...index.counts },
    unreadable: [...snapshot.unreadable],
    results,
    tallies,
    podSecurity: index.workloads.map((workload) => podSecurityOf(workload, index.kubernetesVersion)),
  };
}
