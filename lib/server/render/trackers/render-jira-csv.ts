import papaparse from "papaparse";
import type { ReportModel } from "#lib/report/report.ts";
import { inertText } from "#lib/report/tables/inert-text.ts";
import { type WorkItem, workItems } from "#lib/report/work-items.ts";

const PRIORITIES: Record<WorkItem["priority"], string> = {
  highest: "Highest",
  high: "High",
  medium: "Medium",
  low: "Low",
};
/** Jira counts a working day as eight hours and takes estimates in seconds. */
const SECONDS_OF_A_DAY = 8 * 3_600;

/**
 * A file for Jira's CSV importer: an issue for each initiative, with the id of the initiative in a column of its own, so that
 * a later import updates instead of doubling. Several labels stand in several columns of one name, as the importer wants it.
 */
export function renderJiraCsv(report: ReportModel): string {
  const items = workItems(report);
  const most = Math.max(1, ...items.map(({ labels }) => labels.length));
  const head = [
    "Summary",
    "Issue Type",
    "Description",
    "Priority",
    "Start date",
    "Due date",
    "Original estimate",
    "Assignee",
    "External ID",
    ...Array.from({ length: most }, () => "Labels"),
  ];
  const rows = items.map((item) => [
    item.title.slice(0, 255),
    "Task",
    describeItem(item),
    PRIORITIES[item.priority],
    item.startsOn ?? "",
    item.endsOn ?? "",
    Math.round(item.days * SECONDS_OF_A_DAY),
    item.owner ?? "",
    item.id,
    ...Array.from({ length: most }, (_, at) => item.labels[at] ?? ""),
  ]);
  const inert = rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? inertText(cell.replaceAll("\0", "")) : cell)),
  );
  return `\ufeff${papaparse.unparse([head, ...inert], { newline: "\r\n" })}\r\n`;
}

/** Jira's wiki marks; braces and brackets of the texts are escaped, so that no macro or link comes out of them. */
function describeItem({ sections }: WorkItem): string {
  return sections
    .map(({ title, text, items, ordered }) =>
      [
        `h3. ${title}`,
        ...(text ? [literal(text)] : []),
        ...(items ?? []).map((item) => `${ordered ? "#" : "*"} ${literal(item)}`),
      ].join("\n"),
    )
    .join("\n\n");
}

function literal(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[{}[\]|!]/g, "\\$&");
}
