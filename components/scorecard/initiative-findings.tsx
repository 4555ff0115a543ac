import { RiskMark } from "#components/ui/risk-mark.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Initiative } from "#lib/planning/initiative.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import type { Finding } from "#lib/scoring/finding.ts";

type Props = { initiative: Initiative; findings: readonly Finding[]; findingsHref: string };

/** The findings that an initiative closes, worst first: their points are the risk that it removes. */
export function InitiativeFindings({ initiative, findings, findingsHref }: Props) {
  const mine = findings
    .filter(({ id }) => initiative.findings.includes(id))
    .toSorted((a, b) => b.risk.points - a.risk.points);
  return (
    <div className="border-hairline border-t px-4 py-3.5">
      <h3 className="font-strong">Closes {formatThings(mine.length, "finding")}</h3>
      <ul className="mt-1">
        {mine.map((finding) => (
          <li
            key={finding.id}
            className="flex items-start justify-between gap-4 border-hairline border-b py-2 last:border-0"
          >
            <span className="min-w-0">
              <TextLink href={`${findingsHref}/${encodeURIComponent(finding.id)}`} prefetch={false}>
                {finding.title}
              </TextLink>
              <span className="block text-muted text-xs">{finding.clusterName}</span>
            </span>
            <RiskMark level={finding.level} points={finding.risk.points} />
          </li>
        ))}
      </ul>
    </div>
  );
}
