import type { Catalog, DimensionText, LayerText } from "#lib/catalog/control.ts";
import type { ScoreCard } from "#lib/scoring/score.ts";
import { breakLines } from "./break-lines.ts";
import type { Box, HeatMap } from "./geometry.ts";
import { rightShare } from "./right-share.ts";

/** Size that the titles of dimensions are set in, in map units. */
export const HEAT_MAP_TEXT_SIZE = 12;

const WIDE = { width: 1200, left: 124, top: 52, gap: 6, cellHeight: 72 };
const NARROW = { width: 360, left: 104, top: 32, gap: 4, cellHeight: 48 };

/**
 * 4 C's x 8 dimensions, 1200 units wide: layers as rows, outermost first. `at` of a column is the middle of its foot,
 * of a row the middle of its right end. A cell's level is that of its worst charted finding; "empty": nothing applies.
 */
export function heatMap(catalog: Catalog, card: ScoreCard): HeatMap {
  const { width, left, top, gap, cellHeight } = WIDE;
  const cellWidth = (width - left - (catalog.dimensions.length - 1) * gap) / catalog.dimensions.length;
  const boxAt = (row: number, column: number): Box => {
    return {
      x: left + column * (cellWidth + gap),
      y: top + row * (cellHeight + gap),
      width: cellWidth,
      height: cellHeight,
    };
  };
  return {
    width,
    height: top + catalog.layers.length * (cellHeight + gap) - gap,
    columns: catalog.dimensions.map((dimension, n) => {
      return columnOf(dimension, cellWidth, { x: boxAt(0, n).x + cellWidth / 2, y: top - 10 });
    }),
    rows: catalog.layers.map((layer, n) => rowOf(layer, { x: left - 14, y: boxAt(n, 0).y + cellHeight / 2 })),
    cells: cellsOf(catalog, card, boxAt),
  };
}

/** The same for phones, 360 units wide and turned: dimensions beneath each other, layers side by side. */
export function heatMapNarrow(catalog: Catalog, card: ScoreCard): HeatMap {
  const { width, left, top, gap, cellHeight } = NARROW;
  const cellWidth = (width - left - (catalog.layers.length - 1) * gap) / catalog.layers.length;
  const boxAt = (row: number, column: number): Box => {
    return {
      x: left + row * (cellWidth + gap),
      y: top + column * (cellHeight + gap),
      width: cellWidth,
      height: cellHeight,
    };
  };
  return {
    width,
    height: top + catalog.dimensions.length * (cellHeight + gap) - gap,
    columns: catalog.dimensions.map((dimension, n) => {
      return columnOf(dimension, left - 8, { x: left - 8, y: boxAt(0, n).y + cellHeight / 2 });
    }),
    rows: catalog.layers.map((layer, n) => rowOf(layer, { x: boxAt(n, 0).x + cellWidth / 2, y: top - 10 })),
    cells: cellsOf(catalog, card, boxAt),
  };
}

function columnOf(
  { id, title }: DimensionText,
  width: number,
  at: HeatMap["columns"][number]["at"],
): HeatMap["columns"][number] {
  return { dimension: id, title, lines: breakLines(title, HEAT_MAP_TEXT_SIZE, width, 2), at };
}

function rowOf({ id, title }: LayerText, at: HeatMap["rows"][number]["at"]): HeatMap["rows"][number] {
  return { layer: id, title, at };
}

function cellsOf(catalog: Catalog, card: ScoreCard, boxAt: (row: number, column: number) => Box): HeatMap["cells"] {
  const rows = catalog.layers.map(({ id }) => id);
  const columns = catalog.dimensions.map(({ id }) => id);
  return card.cells.map(({ layer, dimension, score, findings, risk, worst }) => {
    const box = boxAt(rows.indexOf(layer), columns.indexOf(dimension));
    const unchartedBox = score && rightShare(box, 1 - score.coverage);
    return {
      layer,
      dimension,
      box,
      score,
      unchartedBox,
      findings,
      risk,
      level: score === null ? "empty" : (worst ?? "none"),
    };
  });
}
