/** Excel with 100,000 rows: how long, beside a bare writer that streams the same cells and their places, without styles, escapes and limits. */

import { performance } from "node:perf_hooks";
import { Readable } from "node:stream";
import type { ReportTable } from "../lib/report/tables/table.ts";
import { openArchive } from "../lib/server/render/archive/open-archive.ts";
import { columnName } from "../lib/server/render/workbook/column-name.ts";
import { renderWorkbook } from "../lib/server/render/workbook/render-workbook.ts";

const ROWS = 100_000;
const columns = Array.from(
  { length: 12 },
  (_, at) => ({ id: `c${at}`, title: `Column ${at}`, kind: at % 3 ? "text" : "number" }) as const,
);
const rows = Array.from({ length: ROWS }, (_, row) =>
  columns.map(({ kind }, at) => (kind === "number" ? row * at : `workload ${row} of namespace ${at}`)),
);
const table: ReportTable = { id: "rows", title: "Rows", columns, rows };

const names = columns.map((_, at) => columnName(at));

function* bare(): Generator<Buffer> {
  let text = "<worksheet><sheetData>";
  for (const [at, row] of rows.entries()) {
    text += `<row r="${at + 1}">`;
    for (const [column, cell] of row.entries()) {
      const place = `${names[column]}${at + 1}`;
      text +=
        typeof cell === "number"
          ? `<c r="${place}"><v>${cell}</v></c>`
          : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
    }
    text += "</row>";
    if (text.length > 65_536) {
      yield Buffer.from(text);
      text = "";
    }
  }
  yield Buffer.from(`${text}</sheetData></worksheet>`);
}

function bareWorkbook(): Readable {
  const archive = openArchive();
  archive.add("xl/worksheets/sheet1.xml", () => Readable.from(bare(), { objectMode: false }));
  return archive.end();
}

async function time(open: () => Readable): Promise<{ seconds: number; bytes: number }> {
  const started = performance.now();
  let bytes = 0;
  for await (const chunk of open()) bytes += (chunk as Buffer).length;
  return { seconds: (performance.now() - started) / 1000, bytes };
}

await time(bareWorkbook);
const runs: Record<"ours" | "floor", { seconds: number; bytes: number }>[] = [];
for (let run = 0; run < 3; run++)
  runs.push({ ours: await time(() => renderWorkbook([table])), floor: await time(bareWorkbook) });
const best = (of: "ours" | "floor") => Math.min(...runs.map((run) => run[of].seconds));
console.log(
  `workbook: ${ROWS} rows x ${columns.length} columns: ${best("ours").toFixed(2)} s, ${((runs[0]?.ours.bytes ?? 0) / 1e6).toFixed(1)} MB, ${(best("ours") / best("floor")).toFixed(2)} times a bare streaming writer (${best("floor").toFixed(2)} s; goal 1.8)`,
);
