import type { HeatMap } from "#lib/maps/geometry.ts";
import { HeatMapDrawing } from "./heat-map-drawing.tsx";
import { HeatMapTable } from "./heat-map-table.tsx";
import { MapLegend } from "./map-legend.tsx";

type Props = {
  map: HeatMap;
  /** Turned for phones; without one a phone shows the table alone. */
  narrow?: HeatMap;
  title: string;
  /** Address of the findings; a cell leads to it with `?layer=<id>&dimension=<id>`. */
  findingsHref?: string;
  withoutTable?: boolean;
};

/** 4 C's by eight dimensions: where the risk lies, and the table that says the same. */
export function HeatMapFigure({ map, narrow, title, findingsHref, withoutTable }: Props) {
  return (
    <div className="@container min-w-0">
      <figure className={narrow ? "" : "hidden @4xl:block"}>
        <div className="hidden @4xl:block print:block">
          <HeatMapDrawing map={map} title={title} findingsHref={findingsHref} />
        </div>
        {narrow && (
          <div className="mx-auto max-w-md @4xl:hidden print:hidden">
            <HeatMapDrawing map={narrow} title={title} findingsHref={findingsHref} narrow />
          </div>
        )}
        <figcaption className="mt-4">
          <MapLegend glyph={false} />
        </figcaption>
      </figure>
      {!withoutTable && (
        <div className="mt-8">
          <HeatMapTable map={map} findingsHref={findingsHref} />
        </div>
      )}
    </div>
  );
}
