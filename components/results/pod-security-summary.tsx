import type { PodSecurityLevel } from "#lib/checks/result.ts";
import { formatCount, formatThings, percentOf } from "#lib/presentation/numbers.ts";

type Props = { counts: Record<PodSecurityLevel, number> };

const LEVELS: readonly { level: PodSecurityLevel; says: string; look: string }[] = [
  { level: "restricted", says: "Restricted", look: "bg-depth-cloud" },
  { level: "baseline", says: "Baseline", look: "bg-depth-container" },
  { level: "privileged", says: "Privileged", look: "bg-sounding-code" },
];

/** Workloads by the strictest Pod Security level that they satisfy: one bar, and its numbers. */
export function PodSecuritySummary({ counts }: Props) {
  const total = LEVELS.reduce((sum, { level }) => sum + counts[level], 0);
  if (total === 0) return <p className="text-muted">No workload was read, so none was judged.</p>;
  return (
    <div>
      <p className="mb-2 text-muted">{formatThings(total, "workload")} by the strictest level that each satisfies</p>
      <div aria-hidden className="flex h-3 gap-px overflow-hidden rounded-small">
        {LEVELS.map(({ level, look }) => (
          <div
            key={level}
            className={`${look} ring-1 ring-rule/40 ring-inset`}
            style={{ width: `${(counts[level] / total) * 100}%` }}
          />
        ))}
      </div>
      <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-1">
        {LEVELS.map(({ level, says, look }) => (
          <div key={level} className="flex items-center gap-2">
            <dt className="flex items-center gap-2">
              <span aria-hidden className={`size-3 rounded-small ring-1 ring-rule/60 ring-inset ${look}`} />
              {says}
            </dt>
            <dd>
              <span className="font-strong">{formatCount(counts[level])}</span>
              <span className="text-muted"> {percentOf(counts[level] / total)} % of workloads</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
