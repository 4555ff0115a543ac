import fc from "fast-check";
import { unzipSync } from "fflate";
import readExcelFile, { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import { reportFixture } from "#lib/report/report.fixture.ts";
import type { ReportTable } from "#lib/report/tables/table.ts";
import { tablesOfReport } from "#lib/report/tables/tables-of-report.ts";
import { bytesOf } from "../bytes-of.fixture.ts";
import { columnName } from "./column-name.ts";
import { renderWorkbook } from "./render-workbook.ts";

const tables = tablesOfReport(reportFixture());
const oneColumn = (texts: readonly string[]): ReportTable => ({
  id: "texts",
  title: "Texts",
  columns: [
    { id: "text", title: "Text", kind: "text" },
    { id: "at", title: "At", kind: "number" },
  ],
  rows: texts.map((text, at) => [text, at]),
});

test("another program reads every cell of every sheet back as it was", async () => {
  const sheets = await readExcelFile(await bytesOf(renderWorkbook(tables)), { trim: false });
  expect(sheets.map(({ sheet }) => sheet)).toEqual(tables.map(({ title }) => title));
  for (const [at, table] of tables.entries()) {
    const [head, ...rows] = sheets[at]?.data ?? [];
    expect(head).toEqual(table.columns.map(({ title }) => title));
    const told = rows.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)));
    expect(told).toEqual(table.rows.map((row) => row.map((cell) => (cell === "" ? null : cell))));
  }
});

test("F01 no text is a formula, a link or an external reference, whatever it begins with", async () => {
  const texts = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://evil.example")',
    "\t=1",
    "\r=1",
    "<f>1+1</f>",
    "]]>",
    "&#x41;",
    "_x0041_",
  ];
  const bytes = await bytesOf(renderWorkbook([oneColumn(texts)]));
  const parts = unzipSync(bytes);
  const xml = new TextDecoder().decode(parts["xl/worksheets/sheet1.xml"]);
  expect(xml).not.toMatch(/<f[ >]|hyperlink|externalLink/);
  expect(Object.keys(parts).filter((path) => /external|vba|hyperlink/i.test(path))).toEqual([]);
  expect(xml).toContain('<t xml:space="preserve">&lt;f&gt;1+1&lt;/f&gt;</t>');
  const [sheet] = await readExcelFile(bytes, { trim: false });
  const back = sheet?.data.slice(1).map(([text]) => text);
  expect(back?.slice(0, 5)).toEqual(texts.slice(0, 5));
});

test("any text keeps the XML well formed: the row after it is still there", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 8 }),
      async (texts) => {
        const rows = await readSheet(await bytesOf(renderWorkbook([oneColumn(texts)])), { trim: false });
        expect(rows.slice(1).map((row) => row[1])).toEqual(texts.map((_, at) => at));
      },
    ),
    { numRuns: 60 },
  );
});

test("the same tables give the same bytes", async () => {
  expect(await bytesOf(renderWorkbook(tables))).toEqual(await bytesOf(renderWorkbook(tables)));
});

test("columns are named as Excel names them", () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnName)).toEqual([
    "A",
    "Z",
    "AA",
    "AZ",
    "BA",
    "ZZ",
    "AAA",
    "XFD",
  ]);
});
