import { useId } from "react";
import { HatchPattern } from "#components/scores/hatch-pattern.tsx";
import type { LayersMap } from "#lib/maps/geometry.ts";
import { MapArrow } from "./map-arrow.tsx";
import { MapConcern } from "./map-concern.tsx";
import { MapLayer } from "./map-layer.tsx";
import { describeMap } from "./sentences-of-map.ts";

type Props = { map: LayersMap; title: string; findingsHref?: string; narrow?: boolean };

/** Layers within layers, concerns as soundings, hazards pinned, uncharted water hatched. Geometry comes computed. */
export function LayersMapDrawing({ map, title, findingsHref, narrow }: Props) {
  const id = useId();
  const [hatch, arrow] = [`${id}hatch`, `${id}arrow`];
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset; its links need a named group
    <svg
      role="group"
      aria-labelledby={`${id}title ${id}desc`}
      viewBox={`-1 -1 ${map.width + 2} ${map.height + 2}`}
      className="block h-auto w-full font-sans print:max-h-[142mm]"
    >
      <title id={`${id}title`}>{title}</title>
      <desc id={`${id}desc`}>{describeMap(map)}</desc>
      <defs>
        <HatchPattern id={hatch} step={6} />
        <marker
          id={arrow}
          viewBox="0 0 8 8"
          refX={7}
          refY={4}
          markerWidth={7}
          markerHeight={7}
          orient="auto-start-reverse"
        >
          <path d="M 0 0.5 L 7.5 4 L 0 7.5 Z" className="fill-ink" />
        </marker>
      </defs>
      {map.layers.map((layer) => (
        <MapLayer key={layer.layer} layer={layer} hatch={hatch} narrow={narrow} />
      ))}
      {map.concerns.map((concern) => (
        <MapConcern
          key={concern.concern}
          concern={concern}
          hatch={hatch}
          href={findingsHref && `${findingsHref}?concern=${concern.concern}`}
        />
      ))}
      {map.escalations.map((escalation) => (
        <MapArrow key={`${escalation.concern} ${escalation.layer}`} escalation={escalation} marker={arrow} />
      ))}
    </svg>
  );
}
