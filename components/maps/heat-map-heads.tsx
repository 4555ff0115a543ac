import type { HeatMap } from "#lib/maps/geometry.ts";

const LEADING = 14;

/** Names of the dimensions and of the layers, along the edges of the heat map. */
export function HeatMapHeads({ map, narrow }: { map: Pick<HeatMap, "columns" | "rows">; narrow?: boolean }) {
  /** On a desk the last line stands on `at`; on a phone the lines stand around it. */
  const lineAt = (lines: number, n: number) =>
    narrow ? (n - (lines - 1) / 2) * LEADING + 4 : (n - lines + 1) * LEADING;
  return (
    <g className="fill-ink">
      {map.columns.map(({ dimension, lines, at }) =>
        lines.map((line, n) => (
          <text
            key={`${dimension} ${line}`}
            x={at.x}
            y={at.y + lineAt(lines.length, n)}
            fontSize={12}
            textAnchor={narrow ? "end" : "middle"}
          >
            {line}
          </text>
        )),
      )}
      {map.rows.map(({ layer, title, at }) => (
        <text
          key={layer}
          x={at.x}
          y={at.y + (narrow ? 0 : 5)}
          fontSize={narrow ? 12 : 14}
          textAnchor={narrow ? "middle" : "end"}
          className="font-strong"
        >
          {title}
        </text>
      ))}
    </g>
  );
}
