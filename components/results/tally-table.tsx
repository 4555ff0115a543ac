import { TableFrame } from "#components/ui/table-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { CheckTally } from "#lib/checks/result.ts";
import { formatCount } from "#lib/presentation/numbers.ts";

type Props = {
  tallies: readonly CheckTally[];
  /** Address of the reference pages of checks. */
  checksHref: string;
  /** Address of the results; a number of fails leads to `?check=<id>`. */
  resultsHref: string;
};

/** How each check went, by resources: what fails most comes first; what could not look says why. */
export function TallyTable({ tallies, checksHref, resultsHref }: Props) {
  const rows = tallies.toSorted(
    (a, b) => b.fail - a.fail || b.notAssessable - a.notAssessable || a.check.localeCompare(b.check, "en"),
  );
  return (
    <TableFrame label="How each check went" scrolls>
      <table className="data-table min-w-[40rem] table-fixed">
        <thead>
          <tr>
            <th scope="col" className="w-[38%]">
              Check
            </th>
            <th scope="col" className="number w-20">
              Fail
            </th>
            <th scope="col" className="number w-20">
              Pass
            </th>
            <th scope="col">Not assessable</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ check, fail, pass, notAssessable, reason }) => (
            <tr key={check}>
              <th scope="row">
                <TextLink href={`${checksHref}/${check}`} prefetch={false} className="font-mono text-xs">
                  {check}
                </TextLink>
              </th>
              <td className="number">
                {fail > 0 ? (
                  <TextLink href={`${resultsHref}?check=${check}`} prefetch={false}>
                    {formatCount(fail)}
                  </TextLink>
                ) : (
                  "0"
                )}
              </td>
              <td className="number">{formatCount(pass)}</td>
              <td>
                {notAssessable > 0 ? formatCount(notAssessable) : ""}
                {reason && <span className="block text-muted text-xs">{reason}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
