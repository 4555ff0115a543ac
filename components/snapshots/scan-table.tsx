import { TableFrame } from "#components/ui/table-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { formatTime } from "#lib/presentation/dates.ts";
import { formatCount } from "#lib/presentation/numbers.ts";

type Line = { id: string; at: string; fails: number; objects: number; kubernetesVersion: string; fileName: string };

export function ScanTable({ scans, href }: { scans: readonly Line[]; href: string }) {
  return (
    <TableFrame label="Scans">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Scanned</th>
            <th scope="col">Snapshot</th>
            <th scope="col">Kubernetes</th>
            <th scope="col" className="number">
              Objects
            </th>
            <th scope="col" className="number">
              Results that fail
            </th>
          </tr>
        </thead>
        <tbody>
          {scans.map(({ id, at, fails, objects, kubernetesVersion, fileName }) => (
            <tr key={id}>
              <th scope="row">
                <TextLink href={`${href}/${id}`}>{formatTime(at)}</TextLink>
              </th>
              <td className="mono">{fileName}</td>
              <td>{kubernetesVersion}</td>
              <td className="number">{formatCount(objects)}</td>
              <td className="number">{formatCount(fails)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
