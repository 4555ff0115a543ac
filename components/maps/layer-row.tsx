import { DEPTH } from "#components/scores/layer-fill.ts";
import { LAYER_NAMES } from "#components/scores/layer-names.ts";
import type { LayersMap } from "#lib/maps/geometry.ts";
import { formatInterval, isBlank, percentOf } from "#lib/presentation/numbers.ts";
import { HazardCounts } from "./hazard-counts.tsx";

/** A layer in the table of the map: own and assured together, and who holds it down. */
export function LayerRow({ layer }: { layer: LayersMap["layers"][number] }) {
  const { own, assured, heldBy, hazards = [] } = layer;
  const surface = DEPTH[layer.layer];
  return (
    <tr>
      <th scope="rowgroup" className={surface}>
        <span className="font-strong">{layer.title}</span>
        {heldBy && <span className="block text-xs">Held down by {LAYER_NAMES[heldBy].toLowerCase()}</span>}
      </th>
      <td className={`number ${surface}`}>
        <span className="font-strong">{formatInterval(assured)}</span> assured
        <span className="block text-xs">{formatInterval(own)} own</span>
      </td>
      <td className={`number ${surface}`}>{isBlank(own) ? "–" : `${percentOf(own.coverage)} %`}</td>
      <td className={surface}>
        {hazards.length > 0 ? (
          <>
            <HazardCounts hazards={hazards} />
            <span className="block text-xs">of health, beside the concerns</span>
          </>
        ) : null}
      </td>
      <td className={surface} />
      <td className={surface} />
    </tr>
  );
}
