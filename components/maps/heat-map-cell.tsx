import Link from "next/link";
import { RISK_FILL, RISK_TINT_FILL } from "#components/ui/risk-fill.ts";
import type { Box, HeatMap } from "#lib/maps/geometry.ts";
import { formatInterval, formatThings } from "#lib/presentation/numbers.ts";
import { riskShapePath } from "#lib/presentation/risk-shapes.ts";
import { sayCell } from "./sentences-of-map.ts";

type Props = { map: HeatMap; cell: HeatMap["cells"][number]; hatch: string; href?: string; narrow?: boolean };

/** One cell: tint and shape of its worst finding, its score, how many findings; hatched as far as it is uncharted. */
export function HeatMapCell({ map, cell, hatch, href, narrow }: Props) {
  const { box, score, findings, level } = cell;
  const shape = { ...box, rx: 4 };
  if (level === "empty") {
    return <rect {...shape} className="fill-none stroke-hairline" strokeDasharray="3 3" />;
  }
  const drawing = (
    <g>
      <rect
        {...shape}
        className={`stroke-rule ${level === "none" ? "fill-surface" : RISK_TINT_FILL[level]}`}
        strokeWidth={0.75}
      />
      <Uncharted box={box} share={score ? 1 - score.coverage : 0} hatch={hatch} />
      <text
        x={box.x + (narrow ? 7 : 10)}
        y={box.y + (narrow ? 19 : 24)}
        fontSize={narrow ? 12 : 15}
        className="fill-ink font-strong"
      >
        {formatInterval(score)}
      </text>
      {level !== "none" && (
        <g transform={`translate(${box.x + (narrow ? 12 : 16)} ${box.y + box.height - (narrow ? 14 : 18)})`}>
          <path d={riskShapePath(level, 5)} className={RISK_FILL[level]} />
          <text x={narrow ? 9 : 11} y={4} fontSize={12} className="fill-ink">
            {narrow ? findings : formatThings(findings, "finding")}
          </text>
        </g>
      )}
      <rect {...shape} className="map-ring fill-none stroke-focus" strokeWidth={2.5} />
    </g>
  );
  if (!href) return drawing;
  return (
    <Link href={href} prefetch={false} aria-label={sayCell(map, cell)} className="map-link outline-none">
      {drawing}
    </Link>
  );
}

function Uncharted({ box, share, hatch }: { box: Box; share: number; hatch: string }) {
  const width = share * box.width;
  if (width <= 0) return null;
  return <rect {...box} x={box.x + box.width - width} width={width} rx={4} fill={`url(#${hatch})`} opacity={0.55} />;
}
