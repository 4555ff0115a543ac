import "server-only";
import { Readable } from "node:stream";
import type { ReportFormat } from "#lib/contracts/inputs.ts";
import type { Brand } from "#lib/report/brand.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { tablesOfReport } from "#lib/report/tables/tables-of-report.ts";
import { renderCalendar } from "#lib/server/render/calendar/render-calendar.ts";
import { renderMarkdown } from "#lib/server/render/markdown/render-markdown.ts";
import { drawPdf } from "#lib/server/render/pdf/draw-pdf.ts";
import { renderSlides } from "#lib/server/render/slides/render-slides.ts";
import { renderCsvArchive } from "#lib/server/render/tables/render-csv-archive.ts";
import { renderJson } from "#lib/server/render/tables/render-json.ts";
import { renderGithubIssues } from "#lib/server/render/trackers/render-github-issues.ts";
import { renderJiraCsv } from "#lib/server/render/trackers/render-jira-csv.ts";
import { renderWorkbook } from "#lib/server/render/workbook/render-workbook.ts";

type Content = Readable | Uint8Array | string;
type Deliverable = {
  contentType: string;
  ending: string;
  render: (model: ReportModel, brand: Brand | null) => Content | Promise<Content>;
};

/** Each format with its type, the ending of its file's name and what draws it. */
export const DELIVERABLES: Record<ReportFormat, Deliverable> = {
  pdf: { contentType: "application/pdf", ending: ".pdf", render: (model, brand) => drawPdf(model, "whole", brand) },
  summary: {
    contentType: "application/pdf",
    ending: "-summary.pdf",
    render: (model, brand) => drawPdf(model, "summary", brand),
  },
  slides: {
    contentType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ending: ".pptx",
    render: renderSlides,
  },
  workbook: {
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ending: ".xlsx",
    render: (model) => renderWorkbook(tablesOfReport(model)),
  },
  tables: {
    contentType: "application/zip",
    ending: "-tables.zip",
    render: (model) => renderCsvArchive(tablesOfReport(model)),
  },
  json: { contentType: "application/json", ending: ".json", render: renderJson },
  markdown: { contentType: "text/markdown; charset=utf-8", ending: ".md", render: renderMarkdown },
  calendar: { contentType: "text/calendar; charset=utf-8", ending: ".ics", render: renderCalendar },
  jira: { contentType: "text/csv; charset=utf-8", ending: "-jira.csv", render: renderJiraCsv },
  github: { contentType: "application/x-ndjson", ending: "-github.jsonl", render: renderGithubIssues },
};

/** What a response can be made of. */
export function bodyOf(content: Content): BodyInit {
  if (content instanceof Readable) return Readable.toWeb(content) as ReadableStream<Uint8Array>;
  return typeof content === "string" ? content : new Uint8Array(content);
}
