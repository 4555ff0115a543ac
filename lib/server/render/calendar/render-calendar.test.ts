import ICAL from "ical.js";
import { expect, test } from "vitest";
import { addDays } from "#lib/presentation/dates.ts";
import { reportFixture } from "#lib/report/report.fixture.ts";
import { workItems } from "#lib/report/work-items.ts";
import { renderCalendar } from "./render-calendar.ts";

const report = reportFixture();

function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
}

test("another program reads an event for each initiative's weeks, end day excluded, and one for each quarter's end", () => {
  const events = eventsOf(renderCalendar(report));
  const planned = workItems(report).filter(({ startsOn }) => startsOn !== null);
  expect(events).toHaveLength(planned.length + 4);
  for (const [at, { title, startsOn, endsOn, owner }] of planned.entries()) {
    const event = events[at];
    expect(event?.summary).toBe(title);
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe(startsOn);
    expect(event?.endDate.toString()).toBe(addDays(endsOn ?? "", 1));
    expect(event?.description).toContain(`Owner: ${owner ?? "none yet"}`);
  }
});

test("ids stay from one version to the next, and differ from assessment to assessment", () => {
  const ids = (model: typeof report) => eventsOf(renderCalendar(model)).map(({ uid }) => uid);
  expect(ids({ ...report, version: 4 })).toEqual(ids(report));
  expect(new Set([...ids(report), ...ids({ ...report, assessment: "Another" })]).size).toBe(2 * ids(report).length);
});

test("F05 no text ends a line of its own or begins a property", () => {
  const [first, ...rest] = report.initiatives;
  if (!first) throw new Error("the fixture has initiatives");
  const hostile = {
    ...report,
    organization: "A\r\nATTACH:http://evil.example",
    initiatives: [{ ...first, title: "x\r\nEND:VEVENT\r\nBEGIN:VALARM\u0000" }, ...rest],
  };
  const text = renderCalendar(hostile);
  expect(text).not.toMatch(/^(ATTACH|BEGIN:VALARM)/m);
  expect(eventsOf(text)).toHaveLength(eventsOf(renderCalendar(report)).length);
});

test("the same report gives the same bytes", () => {
  expect(renderCalendar(structuredClone(report))).toBe(renderCalendar(report));
});
