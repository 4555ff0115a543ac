import { TableFrame } from "#components/ui/table-frame.tsx";
import type { RefusedCell } from "#lib/exchange/exchanged.ts";

/** What of the file is not taken, by its place, with what to do. */
export function RefusedCells({ cells }: { cells: readonly RefusedCell[] }) {
  return (
    <TableFrame label="Not taken">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ place, says }) => (
            <tr key={`${place} ${says}`}>
              <th scope="row" className="wrap-anywhere min-w-40">
                {place}
              </th>
              <td className="wrap-anywhere min-w-56">{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
