import { beforeAll, describe, expect, it } from "vitest";
import { emptyReportFixture, largeReportFixture, reportFixture } from "#lib/report/report.fixture.ts";
import { type ReadPdf, readPdf } from "./read-pdf.fixture.ts";
import { renderReportPdf } from "./render-report-pdf.ts";

const model = reportFixture();
let bytes: Buffer;
let read: ReadPdf;

beforeAll(async () => {
  bytes = await renderReportPdf(model);
  read = await readPdf(bytes, true);
});

describe("the report of an assessment", () => {
  it("names every initiative, finding, uncharted control and contradiction", () => {
    expect(model.unestimated).toHaveLength(1);
    for (const { title } of [...model.initiatives, ...(model.unestimated ?? [])]) expect(read.text).toContain(title);
    for (const { title } of [...model.findings, ...model.uncharted]) expect(read.text).toContain(title);
    for (const { sentence, decisions = [] } of model.contradictions)
      for (const told of [sentence, ...decisions]) expect(read.text).toContain(told);
    for (const { sentence } of model.layersMap.escalations) expect(read.text).toContain(sentence);
    for (const { why } of model.roadmap?.left ?? []) expect(read.text).toContain(why);
  });

  it("names every answer with its comment, and every piece of evidence with its hash", () => {
    expect(model.answers?.length).toBeGreaterThan(1);
    for (const { asks, says, comment, by } of model.answers ?? [])
      for (const told of [asks, says, comment, by]) expect(read.text).toContain(told);
    expect(model.evidence?.length).toBeGreaterThan(1);
    for (const { title, source } of model.evidence ?? [])
      for (const told of [title, source]) expect(read.text).toContain(told);
    for (const { sha256 } of model.evidence ?? []) expect(read.text.replaceAll(" ", "")).toContain(sha256);
  });

  it("says the summary on one page", () => {
    for (const sentence of [model.headline, ...model.summary]) expect(read.pages[1]).toContain(sentence);
    expect(read.pages[1]).toContain("What you approve");
    expect(read.pages[2]).toContain("How to read this report");
  });

  it("gives each plan a page with its goal, its weeks and its exit criteria", () => {
    for (const plan of model.roadmap?.plans ?? []) {
      const at = read.pages.findIndex((page) => page.includes(`90-day plan ${plan.quarter} of 4 ${plan.goal}`));
      expect(at).toBeGreaterThan(0);
      const pages = `${read.pages[at]} ${read.pages[at + 1]}`;
      for (const { checks } of plan.exitCriteria) for (const check of checks) expect(pages).toContain(check);
      for (const { owner } of plan.items) expect(pages).toContain(owner ?? "no owner yet");
    }
  });

  it("carries organization, assessment, version, digest and number on every page but the cover", () => {
    for (const [i, page] of read.pages.entries()) {
      if (i === 0) continue;
      expect(page).toContain(`${model.organization} · ${model.assessment}`);
      expect(page).toContain(`Version ${model.version} · 25 Jan 2027 · SHA-256 ${model.digest.slice(0, 12)}`);
      expect(page).toContain(`page ${i + 1} of ${read.pages.length}`);
    }
    expect(read.pages[0]?.replaceAll(" ", "")).toContain(model.digest);
  });

  it("prints who signed, the digest of what was signed and the end of the log, and nothing of it before", async () => {
    expect(read.text).not.toContain("Anchor of the log");
    const signed = {
      by: "Lena Lindqvist",
      at: "2027-01-26T09:30:00.000Z",
      digest: "ab".repeat(32),
      log: { count: 214, hash: "cd".repeat(32) },
    };
    const after = await readPdf(await renderReportPdf({ ...model, signed }));
    expect(after.pages[0]).toContain("Signed 26 Jan 2027");
    const page = after.pages
      .find((text) => text.includes("Lena Lindqvist signed this assessment"))
      ?.replaceAll(" ", "");
    expect(page).toContain(signed.digest);
    expect(page).toContain(`214:${signed.log.hash}`);
    expect(after.bookmarks).toContain("Signature");
    for (const { right, page } of after.items) expect(right).toBeLessThanOrEqual(page.width - 40);
  });

  it("keeps all text on the paper", () => {
    for (const { x, right, y, page } of read.items) {
      expect(x).toBeGreaterThanOrEqual(40);
      expect(right).toBeLessThanOrEqual(page.width - 40);
      expect(y).toBeGreaterThanOrEqual(20);
      expect(y).toBeLessThanOrEqual(page.height - 20);
    }
  });

  it("can be navigated: bookmarks, contents with links, a title", () => {
    expect(read.bookmarks.slice(0, 3)).toEqual(["Cover", "Summary", "How to read this report"]);
    expect(read.bookmarks).toContain("90-day plan 4 of 4");
    expect(read.links).toHaveLength(read.bookmarks.length - 1);
    expect(read.title).toContain(model.organization);
  });

  it("is tagged: headings, tables with heads, figures that say what they show", () => {
    for (const tag of ["H1", "H2", "P", "Table", "TR", "TH", "TD", "TOC", "Figure"]) expect(read.tags).toContain(tag);
    const figures = read.tags.filter((tag) => tag === "Figure").length;
    expect(figures).toBeGreaterThan(6);
    expect(read.alts.filter((alt) => alt.length > 30).length).toBeGreaterThanOrEqual(figures);
  });

  it("holds vectors and embedded fonts only, no action and no script", () => {
    const raw = bytes.toString("latin1");
    for (const name of [
      "/Subtype /Image",
      "/JS",
      "/JavaScript",
      "/Launch",
      "/URI",
      "/OpenAction",
      "/AA",
      "/Helvetica",
    ]) {
      expect(raw).not.toContain(name);
    }
    expect(raw.match(/\/FontFile2/g)).toHaveLength(3);
    expect(raw).toContain("<pdfuaid:part>1</pdfuaid:part>");
  });

  it("has the same bytes for the same model, others for another digest", async () => {
    expect((await renderReportPdf(reportFixture())).equals(bytes)).toBe(true);
    expect((await renderReportPdf({ ...model, digest: "00".repeat(32) })).equals(bytes)).toBe(false);
  });
});

describe("the limits of a report", () => {
  it("is whole when nothing is charted yet", async () => {
    const empty = await readPdf(await renderReportPdf(emptyReportFixture()));
    expect(empty.text).toContain("No roadmap has been drawn yet");
    expect(empty.text).toContain("No finding rests on evidence yet");
    expect(empty.bookmarks).not.toContain("90-day plan 1 of 4");
    for (const { title } of emptyReportFixture().uncharted) expect(empty.text).toContain(title);
  });

  it("holds 3,000 findings and 200 initiatives, each once by its own title", async () => {
    const large = largeReportFixture(3000, 200);
    const start = performance.now();
    const pdf = await renderReportPdf(large);
    expect(performance.now() - start).toBeLessThan(20_000);
    const { text } = await readPdf(pdf);
    const missing = [...large.findings, ...large.initiatives].filter(({ title }) => !text.includes(title));
    expect(missing.map(({ title }) => title)).toEqual([]);
  });
});
