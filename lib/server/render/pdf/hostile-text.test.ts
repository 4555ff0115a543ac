import fs from "node:fs";
import fsPromises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { reportFixture } from "#lib/report/report.fixture.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { readPdf } from "./read-pdf.fixture.ts";
import { renderReportPdf } from "./render-report-pdf.ts";

/** The same text in every place that people or clusters can fill. */
function fillWith(text: string): ReportModel {
  const model = reportFixture();
  const [finding, ...findings] = model.findings;
  const [initiative, ...initiatives] = model.initiatives;
  if (!finding || !initiative) throw new Error("the fixture has findings and initiatives");
  const seen = { resource: { apiVersion: "v1", kind: text, namespace: text, name: text }, field: text, message: text };
  return {
    ...model,
    organization: text,
    assessment: text,
    preparedBy: text,
    headline: text,
    summary: [text, text, text, text, text],
    clusters: model.clusters.map((cluster) => ({ ...cluster, name: text, distribution: text })),
    findings: [{ ...finding, title: text, because: text, clusterName: text, sample: [seen] }, ...findings],
    initiatives: [{ ...initiative, title: text, steps: [text], riskOfDoing: text, rollback: text }, ...initiatives],
    approved: {
      ...{ version: 2, by: text, at: "2027-01-21T15:00:00.000Z", days: 1, note: text, digest: "0".repeat(64) },
      accepted: [{ title: text, risk: 1, owner: text, endsOn: "2027-06-30", reason: text }],
    },
    contradictions: [{ control: text, sentence: text, cluster: text, standing: "settled", decisions: [text] }],
  };
}

describe("text that is not to be trusted", () => {
  it.each([
    ["PDF syntax", ") >> endobj /JS (app.alert(1)) /OpenAction )/JS("],
    ["markup", '<script>alert(1)</script> **bold** [link](javascript:alert(1)) <a href="file:///etc/passwd">x</a>'],
    ["addresses", "http://example.com file:///etc/passwd javascript:alert(1) \\\\server\\share"],
    ["XML", '</rdf:li>]]> & <!DOCTYPE x SYSTEM "file:///etc/passwd">'],
  ])("stays literal: %s", async (_what, text) => {
    const bytes = await renderReportPdf(fillWith(text));
    const raw = bytes.toString("latin1");
    for (const name of ["/JS", "/JavaScript", "/OpenAction", "/URI", "/Launch"]) expect(raw).not.toContain(name);
    expect(raw).not.toContain("</rdf:li>]]>");
    const read = await readPdf(bytes);
    expect(read.links.every((link) => link === "inside")).toBe(true);
    expect(read.text.replaceAll(" ", "")).toContain(text.replaceAll(" ", ""));
  });

  it.each([
    ["emoji, Chinese, Arabic, Hebrew, Thai", "🚢⚓️ 海港银行 بنك הבנק ธนาคาร"],
    ["turned directions and zeros", "safe\u202Egpj.exe\u0000\u2066\u2069\uFEFF"],
    ["lone surrogates and combining marks", `\ud800x\udfff e${"\u0301".repeat(200)}`],
    ["nothing", ""],
    ["only spaces", " \n\t\u00a0 "],
  ])("does not break the report: %s", async (_what, text) => {
    const read = await readPdf(await renderReportPdf(fillWith(text)));
    expect(read.pages.length).toBeGreaterThan(20);
    expect(read.text).not.toMatch(/\p{Cc}|\p{Cf}/u);
  });

  it("says which characters could not be drawn, and only then", async () => {
    const note = "the typeface of this report does not hold";
    expect((await readPdf(await renderReportPdf(fillWith("海港银行")))).pages[2]).toContain(note);
    expect((await readPdf(await renderReportPdf(reportFixture()))).pages[2]).not.toContain(note);
  });

  it("breaks words of a hundred thousand characters and keeps them on the paper", async () => {
    const bytes = await renderReportPdf(fillWith("w".repeat(100_000)));
    const { items, pages } = await readPdf(bytes);
    expect(pages.length).toBeGreaterThan(100);
    expect(
      items.reduce((most, item) => Math.max(most, item.right - item.page.width), Number.NEGATIVE_INFINITY),
    ).toBeLessThan(-39);
  });
});

describe("what rendering touches", () => {
  const { readFileSync, openSync, open, readFile, createReadStream } = fs;
  const promised = { readFile: fsPromises.readFile, open: fsPromises.open };
  const { connect } = net;

  afterEach(() => {
    Object.assign(fs, { readFileSync, openSync, open, readFile, createReadStream });
    Object.assign(fsPromises, promised);
    Object.assign(net, { connect });
    syncBuiltinESMExports();
  });

  it("opens no file and no connection once the fonts are read", async () => {
    const before = await renderReportPdf(reportFixture());
    const touched: string[] = [];
    const refuse = (name: string) => () => {
      touched.push(name);
      throw new Error(`${name} is not allowed`);
    };
    for (const name of ["readFileSync", "openSync", "open", "readFile", "createReadStream"])
      Object.assign(fs, { [name]: refuse(name) });
    Object.assign(fsPromises, { readFile: refuse("readFile"), open: refuse("open") });
    Object.assign(net, { connect: refuse("connect") });
    syncBuiltinESMExports();
    const after = await renderReportPdf(reportFixture());
    expect(touched).toEqual([]);
    expect(after.equals(before)).toBe(true);
  });
});
