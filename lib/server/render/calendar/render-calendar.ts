import ical, { ICalEventTransparency } from "ical-generator";
import { addDays, formatQuarter } from "#lib/presentation/dates.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { workItems } from "#lib/report/work-items.ts";
import { eventId } from "./event-id.ts";

/**
 * The roadmap as iCalendar (RFC 5545): a whole-day event for each initiative's weeks and one for each quarter's end, which is
 * when its exit criteria are due. The same report gives the same bytes; ids stay the same from one version to the next.
 */
export function renderCalendar(report: ReportModel): string {
  const stamp = new Date(`${report.date}T00:00:00Z`);
  const calendar = ical({
    name: oneLine(`${report.organization}: ${report.assessment}`),
    prodId: { company: "Chartroom", product: "Chartroom", language: "EN" },
  });
  const add = (id: string, from: string, to: string, summary: string, description: string) =>
    calendar.createEvent({
      id: eventId(report.organization, report.assessment, id),
      stamp,
      start: midnight(from),
      // The end of a whole-day event is the day after its last (RFC 5545, 3.6.1).
      end: midnight(addDays(to, 1)),
      allDay: true,
      summary: oneLine(summary),
      description: plain(description),
      sequence: report.version,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  for (const item of workItems(report)) {
    if (item.startsOn === null || item.endsOn === null) continue;
    const text = item.sections.flatMap(({ title, text: said, items = [] }) => [
      `${title}:`,
      ...(said ? [said] : []),
      ...items.map((each, at) => `${at + 1}. ${each}`),
    ]);
    add(item.id, item.startsOn, item.endsOn, item.title, [`Owner: ${item.owner ?? "none yet"}`, ...text].join("\n"));
  }
  for (const { quarter, endsOn, goal, exitCriteria } of report.roadmap?.plans ?? []) {
    const checks = [...new Set(exitCriteria.flatMap((criterion) => criterion.checks))];
    add(
      `quarter-${quarter}`,
      endsOn,
      endsOn,
      `${formatQuarter(quarter)} ends: exit criteria are due`,
      `${goal}\n${checks.join(", ")}`,
    );
  }
  return calendar.toString();
}

function midnight(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** The library escapes no line end in the name of a calendar. */
function oneLine(text: string): string {
  return plain(text).replaceAll("\n", " ");
}

/** Lines stay lines, which the library escapes; other control characters go. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ");
}
