import { Stat } from "#components/ui/stat.tsx";
import { formatCount } from "#lib/presentation/numbers.ts";

type Props = {
  objects: number;
  fails: number;
  /** Of those, covered by exceptions. */
  accepted: number;
  kubernetesVersion: string;
  checks: { passed: number; failed: number; notAssessable: number };
  podSecurity: { privileged: number; baseline: number; restricted: number };
};

/** A scan in five numbers. */
export function ScanSummary({ objects, fails, accepted, kubernetesVersion, checks, podSecurity }: Props) {
  return (
    <dl className="grid grid-cols-2 gap-6 rounded-panel border border-hairline p-5 sm:grid-cols-3 lg:grid-cols-5">
      <Stat label="Objects read" value={formatCount(objects)} note={`Kubernetes ${kubernetesVersion}`} />
      <Stat
        label="Results that fail"
        value={formatCount(fails)}
        note={accepted > 0 ? `${formatCount(accepted)} of them accepted` : "each a resource and a field"}
      />
      <Stat
        label="Checks that fail"
        value={checks.failed}
        unit={`of ${checks.failed + checks.passed}`}
        note="of those that could look"
      />
      <Stat label="Checks that could not look" value={checks.notAssessable} note="never counted as passed" />
      <Stat
        label="Workloads by Pod Security"
        value={podSecurity.privileged}
        unit="privileged"
        note={`${podSecurity.baseline} baseline · ${podSecurity.restricted} restricted`}
      />
    </dl>
  );
}
