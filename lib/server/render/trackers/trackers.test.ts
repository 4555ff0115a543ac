import papaparse from "papaparse";
import { expect, test } from "vitest";
import { reportFixture } from "#lib/report/report.fixture.ts";
import { liveText } from "#lib/report/tables/inert-text.ts";
import { renderGithubIssues } from "./render-github-issues.ts";
import { renderJiraCsv } from "./render-jira-csv.ts";

const report = reportFixture();

test("Jira's importer gets a row for each initiative, with its id, days in seconds and a column for each label", () => {
  const { data, meta } = papaparse.parse<string[]>(renderJiraCsv(report).replace(/^\ufeff/, ""), {
    skipEmptyLines: true,
  });
  const [head = [], ...rows] = data;
  const at = (name: string) => head.indexOf(name);
  expect(meta.aborted).toBe(false);
  expect(rows.map((row) => row[at("External ID")])).toEqual(report.initiatives.map(({ id }) => id));
  expect(rows.map((row) => Number(row[at("Original estimate")]))).toEqual(
    report.initiatives.map(({ effort }) => Math.round(effort.days * 28_800)),
  );
  expect(new Set(rows.map((row) => row[at("Issue Type")]))).toEqual(new Set(["Task"]));
  expect(head.filter((name) => name === "Labels").length).toBeGreaterThan(3);
  expect(rows[0]?.[at("Description")]).toContain("h3. Steps\n# ");
});

test("F01 F02 texts of a Jira row are neither formulas nor macros", () => {
  const [first, ...rest] = report.initiatives;
  if (!first) throw new Error("the fixture has initiatives");
  const csv = renderJiraCsv({
    ...report,
    initiatives: [
      { ...first, title: "=1+1", riskOfDoing: "{html}<script>{html} [x|http://evil.example] !p.png!" },
      ...rest,
    ],
  });
  const row = papaparse.parse<string[]>(csv.replace(/^\ufeff/, "")).data[1] ?? [];
  expect(row[0]).toBe("'=1+1");
  expect(liveText(row[0] ?? "")).toBe("=1+1");
  expect(row[2]).toContain("\\{html\\}<script>\\{html\\} \\[x\\|http://evil.example\\] \\!p.png\\!");
});

test("GitHub gets an issue a line: title, body, labels without a space, milestone, and the id to find it by", () => {
  const issues = renderGithubIssues(report)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(issues).toHaveLength(report.initiatives.length);
  for (const [at, issue] of issues.entries()) {
    expect(issue.body).toContain(`<!-- chartroom: ${report.initiatives[at]?.id} -->`);
    expect(issue.labels.every((label: string) => /^[\w-]{1,50}$/.test(label))).toBe(true);
    expect(new Set(issue.labels).size).toBe(issue.labels.length);
  }
  expect(new Set(issues.map(({ milestone }) => milestone))).toEqual(new Set(["Q1", "Q2", "Q3", "Q4", null]));
});
