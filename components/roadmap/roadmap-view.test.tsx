import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { reportFixture } from "#lib/report/report.fixture.ts";
import { RoadmapView } from "./roadmap-view.tsx";

const { roadmap, initiatives, scores } = reportFixture();

test("every planned initiative stands in its plan with its weeks, and what does not fit says why", () => {
  if (!roadmap) throw new Error("the fixture has a roadmap");
  const html = renderToStaticMarkup(
    <RoadmapView
      roadmap={roadmap}
      initiatives={initiatives}
      progress={[]}
      onPlan={null}
      now={scores.layers}
      scorecardHref="/s"
      checksHref="/c"
    />,
  );
  for (const plan of roadmap.plans) {
    expect(html).toContain(plan.goal);
    for (const item of plan.items) expect(html).toContain(`/s?initiative=${item.initiative}`);
  }
  for (const { why } of roadmap.left) expect(html).toContain(why);
  expect(html.match(/<details open=""/g)).toHaveLength(1);
  expect(html).toContain("Q1, Weeks 1–2");
});
