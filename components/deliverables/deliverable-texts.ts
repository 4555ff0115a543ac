import type { ReportFormat } from "#lib/contracts/inputs.ts";

type DeliverableText = { format: ReportFormat; title: string; means: string };

/** In the order in which a consultant hands them over. */
export const DELIVERABLES: readonly DeliverableText[] = [
  {
    format: "pdf",
    title: "Report, PDF",
    means:
      "The whole: summary for the board, maps, scorecard, four plans, every finding and how each score came to be.",
  },
  {
    format: "summary",
    title: "Executive summary, PDF",
    means: "Two pages for those who decide: where it stands, what is next, and what they approve.",
  },
  {
    format: "slides",
    title: "Slides, PowerPoint",
    means:
      "Where it stands, the gravest findings, the scorecard, the year and what is to be approved. Texts, shapes and the chart can be edited.",
  },
  {
    format: "workbook",
    title: "Workbook, Excel",
    means:
      "Every table on a sheet of its own, with filters: roadmap, initiatives, capacity, scores, findings, resources.",
  },
  {
    format: "calendar",
    title: "Calendar, iCalendar",
    means:
      "The weeks of each initiative and the end of each quarter. Import it again after planning anew: events are moved, not doubled.",
  },
  {
    format: "jira",
    title: "Issues for Jira, CSV",
    means:
      "An issue for each initiative with steps, estimate, dates and labels, for Jira's importer. The External ID finds it again.",
  },
  {
    format: "github",
    title: "Issues for GitHub, JSON lines",
    means: "A line for each initiative: title, body, labels and milestone, as GitHub's API takes them.",
  },
  { format: "markdown", title: "Document, Markdown", means: "The report as text, for a wiki or a repository." },
  {
    format: "tables",
    title: "Tables, CSV in a zip",
    means: "The workbook's tables for other programs. Cells that a spreadsheet would run begin with an apostrophe.",
  },
  {
    format: "json",
    title: "Data, JSON",
    means: "The whole report for programs, in canonical form: the source of every other file.",
  },
];
