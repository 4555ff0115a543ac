import { DEPTH_FILL, SOUNDING_STROKE } from "#components/scores/layer-fill.ts";
import { LAYER_NAMES } from "#components/scores/layer-names.ts";
import type { LayersMap } from "#lib/maps/geometry.ts";
import { formatInterval } from "#lib/presentation/numbers.ts";
import { MapGlyph } from "./map-glyph.tsx";
import { MapPins } from "./map-pins.tsx";

type Props = { layer: LayersMap["layers"][number]; hatch: string; narrow?: boolean };

/** The water of one layer: its name, own and assured as one glyph, and the hazards that belong to no concern. */
export function MapLayer({ layer, hatch, narrow }: Props) {
  const { box, radius, titleAt, own, assured, glyphBox } = layer;
  const said = linesOf(layer, narrow);
  return (
    <g>
      <rect
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={radius}
        className={`${DEPTH_FILL[layer.layer]} ${SOUNDING_STROKE[layer.layer]}`}
        strokeWidth={0.75}
      />
      <text x={titleAt.x} y={titleAt.y} fontSize={narrow ? 16 : 17} className="fill-ink font-strong">
        {layer.title}
      </text>
      {glyphBox && (
        <>
          <MapGlyph
            layer={layer.layer}
            own={own}
            assured={assured}
            x={glyphBox.x}
            y={glyphBox.y}
            width={glyphBox.width}
            height={14}
            hatch={hatch}
          />
          {said.map((line, n) => (
            <text
              key={line}
              x={glyphBox.x}
              y={glyphBox.y + 28 + n * 15}
              fontSize={narrow ? 11.5 : 12}
              className="fill-ink"
            >
              {line}
            </text>
          ))}
        </>
      )}
      <MapPins pins={layer.hazards ?? []} />
    </g>
  );
}

/** Both scores in words; on a phone in one line. */
function linesOf({ own, assured, heldBy }: Props["layer"], narrow?: boolean): string[] {
  const lines = [`Assured ${formatInterval(assured)}`, `Own ${formatInterval(own)}`];
  if (narrow) return [lines.join(" · ")];
  return heldBy ? [...lines, `Held by ${LAYER_NAMES[heldBy].toLowerCase()}`] : lines;
}
