import { TableFrame } from "#components/ui/table-frame.tsx";
import { formatTime } from "#lib/presentation/dates.ts";

type Line = { number: number; fileName: string; sha256: string; questions: number; by: string; at: string };

/** Which files the questions came from; the newest is in force. */
export function ImportHistory({ imports }: { imports: readonly Line[] }) {
  return (
    <TableFrame label="Imports">
      <table className="data-table min-w-[40rem]">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col" className="number">
              Questions
            </th>
            <th scope="col">By</th>
            <th scope="col">When</th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {imports.map(({ number, fileName, sha256, questions, by, at }) => (
            <tr key={number}>
              <th scope="row" className="wrap-anywhere">
                {fileName}
              </th>
              <td className="number">{questions}</td>
              <td>{by}</td>
              <td>{formatTime(at)}</td>
              <td className="font-mono text-xs" title={sha256}>
                {sha256.slice(0, 12)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
