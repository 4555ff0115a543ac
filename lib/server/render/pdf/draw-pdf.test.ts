import { expect, test } from "vitest";
import { largeReportFixture, reportFixture } from "#lib/report/report.fixture.ts";
import { drawPdf } from "./draw-pdf.ts";
import { readPdf } from "./read-pdf.fixture.ts";
import { renderReportPdf } from "./render-report-pdf.ts";

test("the thread draws the same bytes, and this one goes on meanwhile", async () => {
  const model = largeReportFixture(400, 60);
  let turns = 0;
  const turning = setInterval(() => turns++, 5);
  const bytes = await drawPdf(model, "whole");
  clearInterval(turning);
  expect(turns).toBeGreaterThan(5);
  expect(Buffer.compare(Buffer.from(bytes), await renderReportPdf(model))).toBe(0);
});

test("the summary is two pages: the cover, and what a leader decides by", async () => {
  const model = reportFixture();
  const { pages } = await readPdf(Buffer.from(await drawPdf(model, "summary")));
  expect(pages).toHaveLength(2);
  for (const sentence of [model.headline, ...model.summary]) expect(pages[1]).toContain(sentence);
  expect(pages[1]).toContain("What you approve");
  expect(pages[1]).toContain("page 2 of 2");
});

test("a model that cannot be drawn is told, and no thread stays", async () => {
  await expect(drawPdf({ ...reportFixture(), date: "some day" }, "whole")).rejects.toThrow();
});
