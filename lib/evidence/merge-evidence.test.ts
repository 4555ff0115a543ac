import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Maturity } from "#lib/catalog/framework.ts";
import { catalogOf, controlOf, SMALL_CATALOG } from "./catalog.fixture.ts";
import { mergeEvidence } from "./merge-evidence.ts";
import { observe } from "./observe.ts";
import { answerOf, FRESHNESS, improvementsOf, judge, NOW, verdictOf, worldOf } from "./world.fixture.ts";

const DECIDES = controlOf("decides");
const CAPS = controlOf("caps", { observation: "caps" });
const CATALOG = catalogOf([DECIDES, CAPS]);
const CLUSTER = { clusterId: "c1", clusterName: "prod" };

type Counts = { fail: number; pass: number };
type Case = {
  seen: Counts | null;
  said: Maturity | "not-applicable" | null;
  maturity: Maturity | null;
  by?: string | null;
  applicable?: boolean;
};

const GOOD = { fail: 0, pass: 31 };
const SOME = { fail: 4, pass: 27 };
const BAD = { fail: 14, pass: 17 };

function verdictFor(control: typeof DECIDES, { seen, said }: Case) {
  const world = {
    scan: seen ? { [`${control.id}-check`]: seen } : {},
    report: {},
    answers: said === null ? {} : { [`${control.id}-q1`]: said },
  };
  return verdictOf(judge(CATALOG, world), control);
}

describe("checks that decide", () => {
  test.each<Case>([
    { seen: null, said: null, maturity: null, by: null },
    { seen: null, said: 2, maturity: 2, by: "attested" },
    { seen: GOOD, said: null, maturity: 3, by: "observed" },
    { seen: GOOD, said: 4, maturity: 4, by: "observed" },
    { seen: GOOD, said: 1, maturity: 3, by: "observed" },
    { seen: SOME, said: 4, maturity: 2, by: "observed" },
    { seen: BAD, said: 3, maturity: 1, by: "observed" },
    { seen: null, said: "not-applicable", maturity: null, by: "attested", applicable: false },
    { seen: BAD, said: "not-applicable", maturity: 1, by: "observed" },
    { seen: GOOD, said: "not-applicable", maturity: 3, by: "observed" },
  ])("seen $seen, said $said: $maturity", (one) => {
    const verdict = verdictFor(DECIDES, one);
    expect(verdict).toMatchObject({ maturity: one.maturity, decidedBy: one.by, applicable: one.applicable ?? true });
    expect(verdict.because).not.toBe("");
  });
});

describe("checks that cap", () => {
  test.each<Case>([
    { seen: GOOD, said: null, maturity: 2, by: "observed" },
    { seen: GOOD, said: 4, maturity: 4, by: "attested" },
    { seen: GOOD, said: 1, maturity: 1, by: "attested" },
    { seen: SOME, said: 4, maturity: 2, by: "observed" },
    { seen: BAD, said: 4, maturity: 1, by: "observed" },
    { seen: BAD, said: 0, maturity: 0, by: "attested" },
    { seen: BAD, said: null, maturity: 1, by: "observed" },
  ])("seen $seen, said $said: $maturity", (one) => {
    expect(verdictFor(CAPS, one)).toMatchObject({ maturity: one.maturity, decidedBy: one.by });
  });
});

describe("contradictions", () => {
  const sentence = (control: typeof DECIDES, seen: Counts | null, said: Case["said"]) =>
    verdictFor(control, { seen, said, maturity: null }).contradiction?.sentence ?? null;

  test("are told in both directions", () => {
    expect(sentence(DECIDES, BAD, 3)).toBe("The answer says enforced; the scan shows 14 of 31 resources that are not.");
    expect(sentence(DECIDES, GOOD, 0)).toBe("The answer says absent; the scan shows that all 31 resources pass.");
    expect(sentence(DECIDES, SOME, 1)).toBe(
      "The answer says ad hoc; the scan shows that no more than 4 of 31 resources fail.",
    );
    expect(sentence(DECIDES, BAD, "not-applicable")).toBe(
      "The answer says not applicable; the scan shows 14 of 31 resources that are not.",
    );
  });

  test("are not made where the voices agree, or one is silent", () => {
    expect(sentence(DECIDES, GOOD, 4)).toBeNull();
    expect(sentence(DECIDES, GOOD, 3)).toBeNull();
    expect(sentence(DECIDES, null, 0)).toBeNull();
    expect(sentence(DECIDES, BAD, null)).toBeNull();
  });

  test("spare answers that a partial look leaves room for", () => {
    expect(sentence(CAPS, GOOD, 4)).toBeNull();
    expect(sentence(CAPS, BAD, 0)).toBeNull();
    expect(sentence(CAPS, BAD, 4)).toContain("The answer says enforced and verified; the scan shows 14 of 31");
    expect(sentence(CAPS, GOOD, 0)).toContain("The answer says absent; the scan shows that all 31 resources pass");
  });
});

describe("time", () => {
  const seenAt = (at: string, counts = GOOD, scanId = "s") =>
    observe(CATALOG, { scanId, at, tallies: [{ check: "decides-check", ...counts, notAssessable: 0 }], fails: [] });
  const merged = (evidence: ReturnType<typeof seenAt>, answeredAt: string | null) => {
    const answers = answeredAt ? [answerOf("decides-q1", 1, { at: answeredAt })] : [];
    return verdictOf(mergeEvidence(CATALOG, CLUSTER, { evidence, answers }, NOW, FRESHNESS), DECIDES);
  };

  test("answers end after 90 days, scans after what the organization sets; both are kept", () => {
    const both = merged(seenAt("2026-05-01T12:00:00.000Z"), "2026-03-03T11:00:00.000Z");
    expect(both).toMatchObject({ maturity: null, decidedBy: null, contradiction: null, affected: 0 });
    expect(both.evidence.map(({ stale }) => stale)).toEqual([true, true]);
    expect(both.because).toBe("The last scan is of 2026-05-01; after 30 days it no longer counts.");
    expect(merged(seenAt("2026-05-02T12:00:00.000Z"), null).maturity).toBe(3);
    expect(merged([], "2026-03-03T12:00:00.000Z").maturity).toBe(1);
  });

  test("a stale scan leaves the word to a fresh answer", () => {
    expect(merged(seenAt("2026-04-01T00:00:00.000Z"), NOW)).toMatchObject({ maturity: 1, decidedBy: "attested" });
  });

  test("of our own scans only the newest counts, and what it no longer sees is gone", () => {
    const older = seenAt("2026-05-20T00:00:00.000Z", BAD, "s1");
    const newer = observe(CATALOG, {
      scanId: "s2",
      at: "2026-05-21T00:00:00.000Z",
      tallies: [{ check: "caps-check", fail: 0, pass: 1, notAssessable: 0 }],
      fails: [],
    });
    expect(merged([...older, ...newer], null)).toMatchObject({ maturity: null, evidence: [] });
    expect(merged([...older, ...seenAt("2026-05-22T00:00:00.000Z", GOOD, "s3")], null).maturity).toBe(3);
  });
});

test("about the same check a scan outranks a report; about another one the report is heard", () => {
  const control = controlOf("images", { checks: ["image-tag", "image-vulnerable"] });
  const catalog = catalogOf([control]);
  const world = (report: Record<string, Counts>) => ({ scan: { "image-tag": GOOD }, report, answers: {} });
  expect(verdictOf(judge(catalog, world({ "image-tag": BAD })), control)).toMatchObject({
    maturity: 3,
    decidedBy: "observed",
  });
  expect(verdictOf(judge(catalog, world({ "image-vulnerable": BAD })), control)).toMatchObject({
    maturity: 1,
    decidedBy: "reported",
  });
});

test("several questions about a control: the least answer counts; removed questions are silent", () => {
  const base = catalogOf([DECIDES]);
  const [question] = base.questions;
  if (!question) throw new Error("no question");
  const catalog = {
    ...base,
    questions: [question, { ...question, id: "decides-q2" }, { ...question, id: "decides-q3", removed: true as const }],
  };
  const answers = [answerOf("decides-q1", 3), answerOf("decides-q2", 2), answerOf("decides-q3", 0)];
  const verdict = (given: typeof answers) =>
    verdictOf(mergeEvidence(catalog, CLUSTER, { evidence: [], answers: given }, NOW, FRESHNESS), DECIDES);
  expect(verdict(answers).maturity).toBe(2);
  expect(verdict([answerOf("decides-q1", "not-applicable"), answerOf("decides-q2", 1)])).toMatchObject({
    maturity: 1,
    applicable: true,
  });
});

test("there is one verdict for each control, in the catalogue's order", () => {
  fc.assert(
    fc.property(worldOf(SMALL_CATALOG), (world) => {
      const { verdicts } = judge(SMALL_CATALOG, world);
      expect(verdicts.map(({ control }) => control)).toEqual(SMALL_CATALOG.controls.map(({ id }) => id));
    }),
    { numRuns: 20 },
  );
});

test("an improvement of the evidence never lowers a verdict, nor takes a control in or out", () => {
  fc.assert(
    fc.property(worldOf(CATALOG), (world) => {
      const before = judge(CATALOG, world).verdicts;
      for (const better of improvementsOf(world)) {
        judge(CATALOG, better).verdicts.forEach((after, n) => {
          expect(after.applicable).toBe(before[n]?.applicable);
          expect(after.maturity === null).toBe(before[n]?.maturity === null);
          expect(after.maturity ?? 0).toBeGreaterThanOrEqual(before[n]?.maturity ?? 0);
        });
      }
    }),
    { numRuns: 2000 },
  );
});
