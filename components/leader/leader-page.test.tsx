import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { emptyReportFixture, reportFixture } from "#lib/report/report.fixture.ts";
import { LeaderPage } from "./leader-page.tsx";
import type { LeaderView } from "./leader-view.ts";

const report = reportFixture();
const hrefs = {
  map: "/m",
  scorecard: "/s",
  plan: "/p",
  questionnaire: "/q",
  contradictions: "/x",
  clusters: "/c",
  derivation: "/d",
};
const view: LeaderView = {
  assessment: { id: "1", name: "Baseline", startsOn: "2027-01-11", clusters: [{ id: "a", name: "payments-eu" }] },
  at: "2027-03-20T10:00:00Z",
  headline: "The cloud layer holds everything down.",
  card: report.scores,
  change: { since: "Autumn", points: -1.2 },
  initiatives: report.initiatives,
  roadmap: report.roadmap,
  progress: [],
  onPlan: {
    week: 6,
    riskPlannedNow: 545,
    riskActualNow: 612,
    riskClaimed: 32,
    daysBehind: 12,
    because: "Two were due.",
    actualCurve: [668, 612],
  },
  waiting: { contradictions: 3, uncharted: 12, claimed: 1, unscanned: ["tooling"], approval: 3 },
};
const textOf = (html: string) =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const render = (more: Partial<LeaderView>) =>
  textOf(renderToStaticMarkup(<LeaderPage view={{ ...view, ...more }} hrefs={hrefs} />));

describe("the leader's first page", () => {
  test("answers where we are, what is next and whether we are on plan", () => {
    const text = render({});
    expect(text).toContain("1 point down since Autumn");
    expect(text).toContain("26 to 40 of 100");
    expect(text).toContain("% of weight seen");
    expect(text).toContain("12 days behind the plan");
    expect(text).toContain("Two were due.");
    expect(text).toContain("3 answers disagree with what a scan shows");
    expect(text).toContain("tooling has no scan yet");
  });

  test("on plan and ahead are said in words", () => {
    expect(render({ onPlan: view.onPlan && { ...view.onPlan, daysBehind: 0 } })).toContain("On plan");
    expect(render({ onPlan: view.onPlan && { ...view.onPlan, daysBehind: -7 } })).toContain("7 days ahead of the plan");
    expect(render({ at: "2027-01-20T00:00:00Z" })).toContain("The year begins on 1 Feb 2027");
  });

  test("without a roadmap it says what is worth doing first", () => {
    const text = render({ roadmap: null, onPlan: null });
    expect(text).toContain("The year is not planned yet");
    expect(text).toContain("There is no plan yet");
    expect(text).toContain(`${report.initiatives.length} initiatives wait for a plan`);
  });

  test("with nothing charted it promises nothing", () => {
    const empty = emptyReportFixture();
    const text = render({
      card: empty.scores,
      initiatives: [],
      roadmap: null,
      onPlan: null,
      change: null,
      waiting: { contradictions: 0, uncharted: 0, claimed: 0, unscanned: [], approval: null },
    });
    expect(text).toContain("0 to 100 of 100");
    expect(text).toContain("0 % of weight seen");
    expect(text).toContain("No initiative yet");
    expect(text).toContain("Nothing waits for a decision.");
  });
});
