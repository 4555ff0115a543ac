import { Section } from "#components/ui/section.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import type { Slip } from "#lib/planning/slip.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import { saySlips, sayTimeToVerified } from "#lib/presentation/sentences-of-moves.ts";
import { StateMark } from "./state-mark.tsx";

export type Baseline = {
  version: number;
  approved: boolean;
  slips: readonly Slip[];
  /** Days from the claim to the scan that agreed: the middle, and of how many. */
  verified: { median: number | null; count: number };
};

type Props = { baseline: Baseline };

/** What was promised beside what became of it. What keeps its day is counted and not listed. */
export function BaselineSection({ baseline: { version, approved, slips, verified } }: Props) {
  const shown = slips.filter(({ days, state }) => days !== 0 || state === "verified");
  const lede = [saySlips(slips), sayTimeToVerified(verified.median, verified.count)].filter(Boolean).join(" ");
  return (
    <Section
      title={`Against version ${version}${approved ? ", which is approved" : ", the first one"}`}
      id="baseline"
      lede={lede}
    >
      {shown.length > 0 && (
        <TableFrame label="Promised and actual days" scrolls>
          <table className="data-table min-w-[40rem]">
            <thead>
              <tr>
                <th scope="col">Initiative</th>
                <th scope="col">State</th>
                <th scope="col">Promised</th>
                <th scope="col">Verified, or planned now</th>
                <th scope="col" className="number">
                  Slip
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ initiative, title, phase, state, promised, ends, days }) => (
                <tr key={initiative}>
                  <th scope="row">{phase ? `${title} (phase ${phase.number} of ${phase.of})` : title}</th>
                  <td>
                    <StateMark state={state} />
                  </td>
                  <td className="whitespace-nowrap">{formatDate(promised)}</td>
                  <td className="whitespace-nowrap">{ends === null ? "left out" : formatDate(ends)}</td>
                  <td className="number">{saySlip(days)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Section>
  );
}

function saySlip(days: number | null): string {
  if (days === null) return "";
  if (days === 0) return "on the day";
  return `${formatThings(Math.abs(days), "day")} ${days > 0 ? "late" : "early"}`;
}
