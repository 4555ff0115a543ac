import { LAYER_NAMES } from "#components/scores/layer-names.ts";
import { RiskMark } from "#components/ui/risk-mark.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { sayAccepted, sayAffected, sayMaturity } from "#lib/presentation/sentences-of-findings.ts";
import type { Finding } from "#lib/scoring/finding.ts";

/** Findings, worst first; each leads to its evidence. */
export function FindingTable({ findings, href, label }: { findings: readonly Finding[]; href: string; label: string }) {
  return (
    <TableFrame label={label} scrolls>
      <table className="data-table min-w-[48rem] table-fixed">
        <thead>
          <tr>
            <th scope="col" className="w-32">
              Risk
            </th>
            <th scope="col">Control that is not met</th>
            <th scope="col" className="w-[16%]">
              Cluster
            </th>
            <th scope="col" className="w-24">
              Layer
            </th>
            <th scope="col" className="w-28">
              Maturity
            </th>
            <th scope="col" className="w-32">
              Affected
            </th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <tr key={finding.id}>
              <td>
                <RiskMark level={finding.level} points={finding.risk.points} />
              </td>
              <th scope="row">
                <TextLink href={`${href}/${encodeURIComponent(finding.id)}`}>{finding.title}</TextLink>
              </th>
              <td className="wrap-anywhere">{finding.clusterName}</td>
              <td>{LAYER_NAMES[finding.layer]}</td>
              <td>{sayMaturity(finding)}</td>
              <td>
                {sayAffected(finding)}
                {finding.accepted ? (
                  <span className="block text-muted text-xs">{sayAccepted(finding.accepted, finding.affected)}</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
