import { TextLink } from "#components/ui/text-link.tsx";
import type { LayersMap } from "#lib/maps/geometry.ts";
import { formatCount, formatDecimal, formatInterval, isBlank, percentOf } from "#lib/presentation/numbers.ts";
import { HazardCounts } from "./hazard-counts.tsx";

/** A concern in the table of the map. */
export function ConcernRow({ concern, href }: { concern: LayersMap["concerns"][number]; href?: string }) {
  const { title, score, hazards, unchartedFindings = 0, risk } = concern;
  return (
    <tr>
      <th scope="row" className="pl-6!">
        {href ? (
          <TextLink href={href} prefetch={false}>
            {title}
          </TextLink>
        ) : (
          title
        )}
      </th>
      <td className="number">{formatInterval(score)}</td>
      <td className="number">{isBlank(score) ? "–" : `${percentOf(score.coverage)} %`}</td>
      <td>
        <HazardCounts hazards={hazards} />
      </td>
      <td className="number">{unchartedFindings > 0 ? formatCount(unchartedFindings) : "–"}</td>
      <td className="number">{formatDecimal(risk)}</td>
    </tr>
  );
}
