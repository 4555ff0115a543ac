import { expect, test } from "vitest";
import { catalogOf, controlOf, SMALL_CATALOG } from "./catalog.fixture.ts";
import { observe } from "./observe.ts";
import { proposeAnswers } from "./propose-answers.ts";
import { judge, NOW, verdictOf } from "./world.fixture.ts";

const catalog = catalogOf([controlOf("seen"), controlOf("part", { observation: "caps" }), controlOf("unseen")]);
const evidence = observe(catalog, {
  scanId: "s1",
  at: NOW,
  tallies: [
    { check: "seen-check", fail: 14, pass: 17, notAssessable: 0 },
    { check: "part-check", fail: 0, pass: 3, notAssessable: 0 },
    { check: "unseen-check", fail: 0, pass: 0, notAssessable: 8 },
  ],
  fails: [],
});

test("what a scan could look at is proposed with its evidence; the rest is left to people", () => {
  const proposals = proposeAnswers(catalog, evidence);
  expect(proposals.map(({ question, maturity }) => [question, maturity])).toEqual([
    ["seen-q1", 1],
    ["part-q1", 2],
  ]);
  expect(proposals[0]).toMatchObject({ control: "seen", at: NOW, says: "14 of 31 resources fail seen-check." });
  expect(proposals[0]?.sights.map(({ check }) => check)).toEqual(["seen-check"]);
});

test("of the scans of several clusters the weakest decides, whichever is older", () => {
  const second = observe(catalog, {
    scanId: "s2",
    at: "2026-05-31T00:00:00.000Z",
    tallies: [{ check: "seen-check", fail: 0, pass: 5, notAssessable: 1 }],
    fails: [],
  });
  for (const given of [
    [...evidence, ...second],
    [...second, ...evidence],
  ]) {
    const proposal = proposeAnswers(catalog, given).find(({ control }) => control === "seen");
    expect(proposal).toMatchObject({
      maturity: 1,
      at: NOW,
      says: "Of 2 scans the weakest: 14 of 31 resources fail seen-check.",
    });
    expect(proposal?.sights).toEqual([{ check: "seen-check", fail: 14, pass: 22, notAssessable: 1, sample: [] }]);
  }
});

test("stale evidence and removed questions propose nothing", () => {
  const stale = evidence.map((one) => ({ ...one, stale: true }));
  expect(proposeAnswers(catalog, stale)).toEqual([]);
  const removed = {
    ...catalog,
    questions: catalog.questions.map((question) => ({ ...question, removed: true as const })),
  };
  expect(proposeAnswers(removed, evidence)).toEqual([]);
});

test("a proposal is not an answer: the verdict has no attested voice", () => {
  const [control] = SMALL_CATALOG.controls;
  if (!control) throw new Error("no control");
  const verdict = verdictOf(
    judge(SMALL_CATALOG, { scan: { [control.checks[0] ?? ""]: { fail: 0, pass: 3 } }, report: {}, answers: {} }),
    control,
  );
  expect(verdict.evidence.map(({ strength }) => strength)).toEqual(["observed"]);
});
