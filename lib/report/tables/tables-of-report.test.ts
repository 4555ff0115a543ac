import { expect, test } from "vitest";
import { reportFixture } from "../report.fixture.ts";
import { CELL_CHARACTERS, cellText, sheetsOfTables } from "./sheets-of-tables.ts";
import { tablesOfReport } from "./tables-of-report.ts";

const report = reportFixture();
const tables = new Map(tablesOfReport(report).map((table) => [table.id, table]));
const column = (table: string, id: string) => {
  const found = tables.get(table);
  const at = found?.columns.findIndex((each) => each.id === id) ?? -1;
  return found?.rows.map((row) => row[at]) ?? [];
};

test("nothing of the report is missing: every initiative, finding, contradiction, piece of evidence, plan item, score and capacity has its row", () => {
  expect(column("initiatives", "id")).toEqual(report.initiatives.map(({ id }) => id));
  expect(column("findings", "id")).toEqual(report.findings.map(({ id }) => id));
  expect(column("uncharted", "id")).toEqual(report.uncharted.map(({ id }) => id));
  expect(column("contradictions", "sentence")).toEqual(report.contradictions.map(({ sentence }) => sentence));
  expect(column("contradictions", "decisions")).toEqual(
    report.contradictions.map(({ decisions }) => decisions?.join("\n") || null),
  );
  expect(column("answers", "id")).toEqual(report.answers?.map(({ question }) => question));
  for (const field of ["level", "comment", "confidence", "by", "version"] as const)
    expect(column("answers", field)).toEqual(report.answers?.map((answer) => answer[field]));
  expect(column("evidence", "sha256")).toEqual(report.evidence?.map(({ sha256 }) => sha256));
  expect(column("roadmap", "id")).toEqual(
    report.roadmap?.plans.flatMap(({ items }) => items.map((item) => item.initiative)),
  );
  expect(column("left-out", "id")).toEqual(report.roadmap?.left.map(({ initiative }) => initiative));
  expect(report.unestimated).toHaveLength(1);
  expect(column("without-estimate", "id")).toEqual(report.unestimated?.map(({ id }) => id));
  expect(column("concern-scores", "concern")).toHaveLength(21);
  expect(column("dimension-scores", "dimension")).toHaveLength(8);
  expect(column("layer-scores", "layer")).toEqual(["cloud", "cluster", "container", "code", "overall"]);
  expect(column("capacity", "used")).toHaveLength(16);
  expect(column("remaining-risk", "risk")).toEqual(report.roadmap?.curve);
  expect(column("resources", "name")).toHaveLength(report.findings.flatMap(({ sample }) => sample).length);
  expect(column("about", "value")).toEqual(expect.arrayContaining([report.digest, report.headline, ...report.summary]));
});

test("the days by skill of an initiative sum to its days", () => {
  const days = column("initiatives", "days");
  const skills = ["platform", "security", "application", "cloud"].map((skill) => column("initiatives", skill));
  for (const [at, total] of days.entries())
    expect(skills.reduce((sum, each) => sum + Number(each[at]), 0)).toBeCloseTo(Number(total), 0);
});

test("without a roadmap its tables are empty, and the others stand", () => {
  const bare = tablesOfReport({ ...report, roadmap: null });
  expect(bare.map(({ id }) => id)).toEqual([...tables.keys()]);
  expect(bare.filter(({ rows }) => rows.length === 0).map(({ id }) => id)).toEqual([
    "roadmap",
    "left-out",
    "capacity",
    "remaining-risk",
  ]);
});

test("F06 rows that do not fit into a sheet go on in the next, in order", () => {
  const table = {
    id: "a",
    title: "Rows",
    columns: [{ id: "n", title: "N", kind: "number" as const }],
    rows: [[1], [2], [3], [4], [5]],
  };
  const sheets = sheetsOfTables([table], 2);
  expect(sheets.map(({ name, rows }) => [name, rows.flat()])).toEqual([
    ["Rows", [1, 2]],
    ["Rows 2", [3, 4]],
    ["Rows 3", [5]],
  ]);
  expect(sheetsOfTables([{ ...table, rows: [] }])).toHaveLength(1);
});

test("F06 a text that a cell does not hold is cut with a word that says so", () => {
  const cut = cellText("x".repeat(40_000));
  expect(cut).toHaveLength(CELL_CHARACTERS);
  expect(cut).toMatch(/cut here: 40000 characters in all/);
  expect(cellText("x".repeat(CELL_CHARACTERS))).toBe("x".repeat(CELL_CHARACTERS));
});
