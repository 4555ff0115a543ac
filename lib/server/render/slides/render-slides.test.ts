import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { reportFixture } from "#lib/report/report.fixture.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { renderSlides } from "./render-slides.ts";

const report = reportFixture();

async function slidesOf(model: ReportModel) {
  const files = unzipSync(await renderSlides(model));
  const paths = Object.keys(files).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
  const numbered = paths.toSorted((a, b) => Number(a.match(/\d+/)?.[0]) - Number(b.match(/\d+/)?.[0]));
  return { files, slides: numbered.map((path) => strFromU8(files[path] ?? new Uint8Array())) };
}
const textOf = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join("\n");

test("cover, standing, findings, scorecard, year, risk, a slide for each plan, approval", async () => {
  const { slides } = await slidesOf(report);
  const texts = slides.map(textOf);
  expect(texts[0]).toContain(report.assessment);
  expect(texts[1]).toContain(report.summary[0]?.slice(0, 30));
  expect(texts.join("\n")).toContain("To approve:");
  for (const quarter of [1, 2, 3, 4]) expect(texts.some((text) => text.startsWith(`Q${quarter}: `))).toBe(true);
  for (const text of texts.slice(1)) expect(text).toContain(report.digest.slice(0, 16));
});

test("every initiative of the roadmap has its bar and its row", async () => {
  const all = (await slidesOf(report)).slides.map(textOf).join("\n");
  for (const { items } of report.roadmap?.plans ?? [])
    for (const { initiative } of items) {
      const title = report.initiatives.find(({ id }) => id === initiative)?.title ?? "";
      expect(all.split(title.replaceAll("&", "&amp;").replaceAll("'", "&apos;")).length - 1).toBeGreaterThanOrEqual(2);
    }
});

test("the same report gives the same bytes, and no moment of its making is in them", async () => {
  expect(Buffer.from(await renderSlides(report)).equals(Buffer.from(await renderSlides(structuredClone(report))))).toBe(
    true,
  );
  const core = strFromU8((await slidesOf(report)).files["docProps/core.xml"] ?? new Uint8Array());
  expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual([`${report.date}T00:00:00Z`, `${report.date}T00:00:00Z`]);
});

test("F02 texts are literal, nothing points outside the file", async () => {
  const hostile = 'A & B </a:t><a:hlinkClick r:id="x"/> file:///etc/passwd \u0000\u202e http://evil.example';
  const { files, slides } = await slidesOf({
    ...report,
    headline: hostile,
    organization: hostile,
    assessment: hostile,
    preparedBy: hostile,
  });
  expect(textOf(slides[0] ?? "")).toContain("A &amp; B &lt;/a:t&gt;&lt;a:hlinkClick");
  for (const [path, bytes] of Object.entries(files))
    if (/\.(xml|rels)$/.test(path))
      expect(strFromU8(bytes).match(/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i), path).toBeNull();
  for (const [path, bytes] of Object.entries(files))
    if (path.endsWith(".rels")) expect(strFromU8(bytes)).not.toMatch(/TargetMode="External"/);
});

test("without a roadmap the slides of the year are left out", async () => {
  expect((await slidesOf({ ...report, roadmap: null })).slides).toHaveLength(4);
});
