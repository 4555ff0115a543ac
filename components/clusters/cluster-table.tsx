import { TableFrame } from "#components/ui/table-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { formatTime } from "#lib/presentation/dates.ts";
import { nameOfDistribution } from "#lib/presentation/distributions.ts";
import { formatCount } from "#lib/presentation/numbers.ts";

type Line = {
  id: string;
  name: string;
  distribution: string;
  criticality: number;
  dataSensitivity: number;
  lastScan: { at: string; fails: number; objects: number; kubernetesVersion: string } | null;
};

export function ClusterTable({ clusters, home }: { clusters: readonly Line[]; home: string }) {
  return (
    <TableFrame label="Clusters">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Cluster</th>
            <th scope="col">Distribution</th>
            <th scope="col" className="number">
              Criticality
            </th>
            <th scope="col" className="number">
              Data sensitivity
            </th>
            <th scope="col">Kubernetes</th>
            <th scope="col" className="number">
              Objects
            </th>
            <th scope="col" className="number">
              Results that fail
            </th>
            <th scope="col">Last scan</th>
          </tr>
        </thead>
        <tbody>
          {clusters.map(({ id, name, distribution, criticality, dataSensitivity, lastScan }) => (
            <tr key={id}>
              <th scope="row">
                <TextLink href={`${home}/${id}`}>{name}</TextLink>
              </th>
              <td>{nameOfDistribution(distribution)}</td>
              <td className="number">{criticality} of 5</td>
              <td className="number">{dataSensitivity} of 5</td>
              <td>{lastScan?.kubernetesVersion ?? "unknown"}</td>
              <td className="number">{lastScan ? formatCount(lastScan.objects) : "–"}</td>
              <td className="number">{lastScan ? formatCount(lastScan.fails) : "–"}</td>
              <td>{lastScan ? formatTime(lastScan.at) : "not scanned yet"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
