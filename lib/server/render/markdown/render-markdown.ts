import { formatDate, formatQuarter } from "#lib/presentation/dates.ts";
import { formatDays, formatMoney, formatThings } from "#lib/presentation/numbers.ts";
import { markdownText } from "#lib/report/markdown-text.ts";
import type { ReportApproval, ReportModel } from "#lib/report/report.ts";
import type { Cell, ReportTable } from "#lib/report/tables/table.ts";
import { tablesOfReport } from "#lib/report/tables/tables-of-report.ts";
import { type WorkItem, workItems } from "#lib/report/work-items.ts";

const SHOWN = new Set([
  "layer-scores",
  "concern-scores",
  "roadmap",
  "capacity",
  "left-out",
  "without-estimate",
  "accepted-risks",
  "findings",
  "uncharted",
  "contradictions",
  "answers",
  "evidence",
]);

/** The report as a Markdown document: summary, scores, plans, initiatives, findings, answers, evidence. Every text is literal. */
export function renderMarkdown(report: ReportModel): string {
  const tables = new Map(tablesOfReport(report).map((table) => [table.id, table]));
  const say = (id: string) => tableOf(tables.get(id));
  const items = workItems(report);
  return `${[
    `# ${markdownText(report.headline)}`,
    `${markdownText(report.organization)} · ${markdownText(report.assessment)} · ${formatDate(report.date)} · version ${report.version} · prepared by ${markdownText(report.preparedBy)}`,
    ...report.summary.map(markdownText),
    "## Scores",
    say("layer-scores"),
    say("concern-scores"),
    "## Roadmap",
    ...(report.roadmap?.plans ?? []).map(
      ({ quarter, goal, items: planned }) =>
        `**${formatQuarter(quarter)}** ${markdownText(goal)}: ${formatThings(planned.length, "initiative")}`,
    ),
    say("roadmap"),
    "### Capacity",
    say("capacity"),
    "### Left out",
    say("left-out"),
    ...(report.unestimated ? ["### Without an estimate", say("without-estimate")] : []),
    ...(report.approved
      ? ["## Approval", sayApproval(report.approved), "### Accepted risks", say("accepted-risks")]
      : []),
    "## Initiatives",
    ...items.map(sayItem),
    "## Findings",
    say("findings"),
    "## Uncharted",
    say("uncharted"),
    "## Contradictions",
    say("contradictions"),
    "## Answers",
    say("answers"),
    "## Evidence",
    say("evidence"),
    `SHA-256 ${report.digest}`,
  ].join("\n\n")}\n`;
}

function sayApproval({ version, by, at, days, cost, note, digest }: ReportApproval): string {
  const money = cost ? `, ${formatMoney(cost.amount, cost.currency)}` : "";
  return [
    `${markdownText(by)} approved version ${version} on ${formatDate(at.slice(0, 10))}: ${formatDays(days)}${money}. SHA-256 of the approved plan: ${digest}`,
    ...(note ? [markdownText(note)] : []),
  ].join("\n\n");
}

/** One initiative with its headed paragraphs. */
export function sayItem(item: WorkItem): string {
  const facts = [
    item.quarter === null ? "left out" : formatQuarter(item.quarter),
    formatDays(item.days),
    item.owner ?? "no owner",
  ];
  return [
    `### ${markdownText(item.title)}`,
    facts.map(markdownText).join(" · "),
    ...sayItemSections(item, "####"),
  ].join("\n\n");
}

/** The paragraphs alone, each under a heading of that depth. */
export function sayItemSections({ sections }: WorkItem, depth: string): string[] {
  return sections.map(({ title, text, items, ordered }) =>
    [
      `${depth} ${title}`,
      ...(text ? [markdownText(text)] : []),
      ...(items ? [items.map((item, at) => `${ordered ? `${at + 1}.` : "-"} ${markdownText(item)}`).join("\n")] : []),
    ].join("\n\n"),
  );
}

function tableOf(table: ReportTable | undefined): string {
  if (!table || table.rows.length === 0 || !SHOWN.has(table.id)) return "None.";
  const shown = table.columns.map((column, at) => ({ ...column, at })).filter(({ id }) => id !== "id");
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(shown.map(({ title }) => title)),
    line(shown.map(({ kind }) => (kind === "number" || kind === "days" ? "---:" : "---"))),
    ...table.rows.map((row) => line(shown.map(({ at }) => sayCell(row[at] ?? null)))),
  ].join("\n");
}

function sayCell(cell: Cell): string {
  return cell === null ? "" : markdownText(String(cell));
}
