import Link from "next/link";
import { RiskShape } from "#components/ui/risk-shape.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import type { HeatMap } from "#lib/maps/geometry.ts";
import { formatInterval, formatThings, isBlank } from "#lib/presentation/numbers.ts";
import { LEVEL_NAMES } from "#lib/presentation/palette.ts";

/** The heat map in words and numbers: dimensions as rows, layers as columns. */
export function HeatMapTable({ map, findingsHref }: { map: HeatMap; findingsHref?: string }) {
  return (
    <TableFrame label="The heat map as a table">
      <table className="data-table min-w-[42rem]">
        <thead>
          <tr>
            <th scope="col">Dimension</th>
            {map.rows.map(({ layer, title }) => (
              <th key={layer} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {map.columns.map(({ dimension, title }) => (
            <tr key={dimension}>
              <th scope="row">{title}</th>
              {map.rows.map(({ layer }) => {
                const cell = map.cells.find((each) => each.layer === layer && each.dimension === dimension);
                return (
                  <td key={layer}>
                    {cell ? (
                      <CellText
                        cell={cell}
                        href={findingsHref && `${findingsHref}?layer=${layer}&dimension=${dimension}`}
                      />
                    ) : (
                      "–"
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function CellText({ cell, href }: { cell: HeatMap["cells"][number]; href?: string }) {
  if (isBlank(cell.score)) return <span className="text-muted">Nothing applies</span>;
  const findings = formatThings(cell.findings, "finding");
  return (
    <>
      <span className="font-strong">{formatInterval(cell.score)}</span>
      <span className="mt-0.5 flex items-center gap-1.5 text-xs">
        {cell.level !== "none" && cell.level !== "empty" && (
          <span title={LEVEL_NAMES[cell.level]} className="inline-flex items-center gap-1">
            <RiskShape level={cell.level} size={12} />
            <span className="sr-only">{LEVEL_NAMES[cell.level]}, </span>
          </span>
        )}
        {href && cell.findings > 0 ? (
          <Link
            href={href}
            prefetch={false}
            className="text-accent underline decoration-accent/40 underline-offset-[3px] hover:decoration-accent"
          >
            {findings}
          </Link>
        ) : (
          findings
        )}
      </span>
    </>
  );
}
