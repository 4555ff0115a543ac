import { Badge } from "#components/ui/badge.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { formatDate } from "#lib/presentation/dates.ts";
import { STATE_NAMES } from "#lib/workflow/sentences-of-blockers.ts";
import type { AssessmentState } from "#lib/workflow/states.ts";

type Line = {
  id: string;
  name: string;
  startsOn: string;
  state: AssessmentState;
  clusters: readonly { id: string; name: string }[];
};

export function AssessmentTable({ assessments, home }: { assessments: readonly Line[]; home: string }) {
  return (
    <TableFrame label="Assessments">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Assessment</th>
            <th scope="col">State</th>
            <th scope="col">Starts on</th>
            <th scope="col">Clusters</th>
          </tr>
        </thead>
        <tbody>
          {assessments.map(({ id, name, startsOn, state, clusters }) => (
            <tr key={id}>
              <th scope="row">
                <TextLink href={`${home}/${id}`}>{name}</TextLink>
              </th>
              <td>
                <Badge>{STATE_NAMES[state]}</Badge>
              </td>
              <td>{formatDate(startsOn)}</td>
              <td>{clusters.map((cluster) => cluster.name).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
