import { TableFrame } from "#components/ui/table-frame.tsx";
import { formatDecimal } from "#lib/presentation/numbers.ts";
import type { CurveLines } from "./curve-lines.ts";

const ENDS = [0, 13, 26, 39, 52];

/** The curves at the ends of the quarters. */
export function CurveTable({ lines }: { lines: CurveLines }) {
  const at = (curve: readonly number[], week: number) => (curve[week] === undefined ? "–" : formatDecimal(curve[week]));
  return (
    <details className="mt-3">
      <summary className="flex min-h-6 w-fit list-none items-center text-accent underline decoration-accent/40 underline-offset-[3px]">
        The curves as a table
      </summary>
      <div className="mt-3">
        <TableFrame label="Remaining risk points at the end of each quarter">
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">Risk points left</th>
                {ENDS.map((week) => (
                  <th key={week} scope="col" className="number">
                    {week === 0 ? "Start" : `Q${week / 13} end`}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(
                [
                  ["Plan", lines.plan],
                  ["Risk per effort first", lines.greedy],
                  ["Verified", lines.actual],
                ] as const
              ).map(([name, curve]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {ENDS.map((week) => (
                    <td key={week} className="number">
                      {at(curve, week)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      </div>
    </details>
  );
}
