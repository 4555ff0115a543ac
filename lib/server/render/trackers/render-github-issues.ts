import { formatQuarter } from "#lib/presentation/dates.ts";
import { formatDays } from "#lib/presentation/numbers.ts";
import { markdownText } from "#lib/report/markdown-text.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { type WorkItem, workItems } from "#lib/report/work-items.ts";
import { sayItemSections } from "../markdown/render-markdown.ts";

/**
 * Issues for GitHub: one JSON object a line, each the body of a request to create an issue (title, body, labels), with the
 * quarter as the milestone's title and the initiative's id in a comment of the body. `gh api` or a script sends them.
 */
export function renderGithubIssues(report: ReportModel): string {
  return workItems(report)
    .map((item) => `${JSON.stringify(issueOf(item))}\n`)
    .join("");
}

function issueOf(item: WorkItem) {
  const facts = [
    ...(item.startsOn && item.endsOn ? [`${item.startsOn} to ${item.endsOn}`] : ["left out of this year's roadmap"]),
    formatDays(item.days),
    item.owner ?? "no owner",
  ];
  return {
    title: item.title.slice(0, 256),
    body: [facts.map(markdownText).join(" · "), ...sayItemSections(item, "##"), `<!-- chartroom: ${item.id} -->`].join(
      "\n\n",
    ),
    labels: [`priority-${item.priority}`, ...item.labels],
    milestone: item.quarter === null ? null : formatQuarter(item.quarter),
  };
}
