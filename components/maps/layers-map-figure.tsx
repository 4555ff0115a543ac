import type { LayersMap } from "#lib/maps/geometry.ts";
import { LayersMapDrawing } from "./layers-map-drawing.tsx";
import { LayersMapTable } from "./layers-map-table.tsx";
import { MapLegend } from "./map-legend.tsx";

type Props = {
  map: LayersMap;
  /** The same map laid out for phones. */
  narrow: LayersMap;
  /** What the map shows, as a sentence. */
  title: string;
  /** Address of the findings; a concern leads to it with `?concern=<id>`. */
  findingsHref?: string;
  /** Leaves the table out where it stands elsewhere on the page. */
  withoutTable?: boolean;
};

/** The 4 C's as they are charted: drawn for the room that there is, and beside it the table that says the same. */
export function LayersMapFigure({ map, narrow, title, findingsHref, withoutTable }: Props) {
  return (
    <div className="@container min-w-0">
      <figure>
        <div className="hidden @4xl:block print:block">
          <LayersMapDrawing map={map} title={title} findingsHref={findingsHref} />
        </div>
        <div className="mx-auto max-w-md @4xl:hidden print:hidden">
          <LayersMapDrawing map={narrow} title={title} findingsHref={findingsHref} narrow />
        </div>
        <figcaption className="mt-4">
          <MapLegend escalations={map.escalations.length > 0} />
        </figcaption>
      </figure>
      {!withoutTable && (
        <div className="mt-8">
          <LayersMapTable map={map} findingsHref={findingsHref} />
        </div>
      )}
    </div>
  );
}
