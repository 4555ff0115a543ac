import { useId } from "react";
import { HatchPattern } from "#components/scores/hatch-pattern.tsx";
import type { HeatMap } from "#lib/maps/geometry.ts";
import { HeatMapCell } from "./heat-map-cell.tsx";
import { HeatMapHeads } from "./heat-map-heads.tsx";

type Props = { map: HeatMap; title: string; findingsHref?: string; narrow?: boolean };

/** The cells with their heads. On a desk layers are rows; on a phone they stand side by side. */
export function HeatMapDrawing({ map, title, findingsHref, narrow }: Props) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset; its links need a named group
    <svg
      role="group"
      aria-labelledby={`${id}title`}
      viewBox={`-1 -1 ${map.width + 2} ${map.height + 2}`}
      className="block h-auto w-full font-sans print:max-h-[120mm]"
    >
      <title id={`${id}title`}>{title}</title>
      <defs>
        <HatchPattern id={`${id}hatch`} step={6} />
      </defs>
      <HeatMapHeads map={map} narrow={narrow} />
      {map.cells.map((cell) => (
        <HeatMapCell
          key={`${cell.layer} ${cell.dimension}`}
          map={map}
          cell={cell}
          hatch={`${id}hatch`}
          narrow={narrow}
          href={
            findingsHref && cell.findings > 0
              ? `${findingsHref}?layer=${cell.layer}&dimension=${cell.dimension}`
              : undefined
          }
        />
      ))}
    </svg>
  );
}
