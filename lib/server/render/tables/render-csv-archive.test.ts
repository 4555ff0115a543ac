import { strFromU8, unzipSync } from "fflate";
import papaparse from "papaparse";
import { expect, test } from "vitest";
import { reportFixture } from "#lib/report/report.fixture.ts";
import { liveText } from "#lib/report/tables/inert-text.ts";
import { tablesOfReport } from "#lib/report/tables/tables-of-report.ts";
import { bytesOf } from "../bytes-of.fixture.ts";
import { renderCsv, renderCsvArchive } from "./render-csv-archive.ts";
import { renderJson } from "./render-json.ts";

const report = reportFixture();
const tables = tablesOfReport(report);

test("every table is a file, and every cell comes back as it was", async () => {
  const files = unzipSync(await bytesOf(renderCsvArchive(tables)));
  expect(Object.keys(files)).toEqual(tables.map(({ id }) => `${id}.csv`));
  for (const { id, columns, rows } of tables) {
    const { data } = papaparse.parse<string[]>(
      strFromU8(files[`${id}.csv`] ?? new Uint8Array()).replace(/^\ufeff/, ""),
      { skipEmptyLines: true },
    );
    expect(data[0]).toEqual(columns.map(({ title }) => title));
    expect(data.slice(1).map((row) => row.map(liveText))).toEqual(
      rows.map((row) => row.map((cell) => String(cell ?? ""))),
    );
  }
});

test("F01 a cell that would be a formula is text", () => {
  const csv = renderCsv({
    id: "a",
    title: "A",
    columns: [{ id: "a", title: "A", kind: "text" }],
    rows: [["=cmd|'/c calc'!A1"], ["\t@SUM(1)"], ["-2+3"]],
  });
  expect(csv.split("\r\n").slice(1, 4)).toEqual(
    ["'=cmd|'/c calc'!A1", "'\t@SUM(1)", "'-2+3"].map((cell) => expect.stringContaining(cell)),
  );
});

test("the JSON export is the report, whole, and the same each time", () => {
  expect(JSON.parse(renderJson(report))).toEqual({ schemaVersion: 1, ...JSON.parse(JSON.stringify(report)) });
  expect(renderJson(report)).toBe(renderJson(structuredClone(report)));
});
