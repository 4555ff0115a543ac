import Link from "next/link";
import type { LayersMap } from "#lib/maps/geometry.ts";
import { formatInterval } from "#lib/presentation/numbers.ts";
import { MapPins } from "./map-pins.tsx";
import { sayConcern } from "./sentences-of-map.ts";

type Props = { concern: LayersMap["concerns"][number]; hatch: string; href?: string };

/** One concern: its name, its score, its hazards; what is uncharted of it is hatched. Leads to its findings. */
export function MapConcern({ concern, hatch, href }: Props) {
  const { box, lines, linesAt, score, scoreAt, unchartedBox, hazards } = concern;
  const shape = { x: box.x, y: box.y, width: box.width, height: box.height, rx: 5 };
  const drawing = (
    <g>
      <rect {...shape} className="fill-surface stroke-rule" strokeWidth={0.75} />
      {unchartedBox && <rect {...unchartedBox} rx={5} fill={`url(#${hatch})`} opacity={0.75} />}
      {lines.map((line, n) => (
        <text
          key={line}
          x={linesAt?.[n]?.x ?? box.x + 10}
          y={linesAt?.[n]?.y ?? box.y + 19 + n * 15}
          fontSize={12}
          className="fill-ink stroke-surface"
          strokeWidth={3}
          strokeLinejoin="round"
          paintOrder="stroke"
        >
          {line}
        </text>
      ))}
      <text
        x={scoreAt?.x ?? box.x + 10}
        y={scoreAt?.y ?? box.y + box.height - 32}
        fontSize={14}
        className="fill-ink stroke-surface font-strong"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {formatInterval(score)}
      </text>
      <MapPins pins={hazards} />
      <rect {...shape} className="map-ring fill-none stroke-focus" strokeWidth={2.5} />
    </g>
  );
  if (!href) return drawing;
  return (
    <Link href={href} prefetch={false} aria-label={sayConcern(concern)} className="map-link outline-none">
      {drawing}
    </Link>
  );
}
