import { TableFrame } from "#components/ui/table-frame.tsx";
import type { LayersMap } from "#lib/maps/geometry.ts";
import { ConcernRow } from "./concern-row.tsx";
import { LayerRow } from "./layer-row.tsx";

/** What the map shows, row by row: each layer, then its concerns. */
export function LayersMapTable({ map, findingsHref }: { map: LayersMap; findingsHref?: string }) {
  return (
    <>
      <TableFrame label="The layers map as a table">
        <table className="data-table min-w-[42rem]">
          <thead>
            <tr>
              <th scope="col">Layer and concern</th>
              <th scope="col" className="number">
                Score
              </th>
              <th scope="col" className="number">
                Weight seen
              </th>
              <th scope="col">Hazards</th>
              <th scope="col" className="number">
                Uncharted
              </th>
              <th scope="col" className="number">
                Risk points
              </th>
            </tr>
          </thead>
          {map.layers.map((layer) => (
            <tbody key={layer.layer}>
              <LayerRow layer={layer} />
              {map.concerns
                .filter((concern) => concern.layer === layer.layer)
                .map((concern) => (
                  <ConcernRow
                    key={concern.concern}
                    concern={concern}
                    href={findingsHref && `${findingsHref}?concern=${concern.concern}`}
                  />
                ))}
            </tbody>
          ))}
        </table>
      </TableFrame>
      <EscalationList escalations={map.escalations} />
    </>
  );
}

function EscalationList({ escalations }: Pick<LayersMap, "escalations">) {
  if (escalations.length === 0) return null;
  return (
    <ul aria-label="Escalations outward" className="mt-4 flex flex-col gap-1">
      {escalations.map((escalation) => (
        <li key={`${escalation.concern} ${escalation.layer}`} className="reading-width pl-5 -indent-5">
          → {escalation.sentence}
        </li>
      ))}
    </ul>
  );
}
