import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALL_CATALOG as CATALOG } from "#lib/evidence/catalog.fixture.ts";
import { judge, worldOf } from "#lib/evidence/world.fixture.ts";
import { profileOf, scoresOf, verdictsOf } from "./card.fixture.ts";
import { findFindings } from "./find-findings.ts";
import { projectScores } from "./project-scores.ts";
import { closedByFindings, projectVerdicts } from "./project-verdicts.ts";
import { scoreAssessment } from "./score-assessment.ts";

test("closed findings are expected to be enforced; what is better or does not apply stays", () => {
  const [a, b, c, d] = CATALOG.controls.map(({ id }) => id);
  if (!a || !b || !c || !d) throw new Error("the catalogue is too small");
  const clusters = [
    verdictsOf(CATALOG, { [a]: 0, [b]: 4, [c]: "not-applicable" }, "c1"),
    verdictsOf(CATALOG, { [a]: 0 }, "c2"),
  ];
  const [first, second] = projectVerdicts(clusters, closedByFindings([a, b, c, d].map((control) => `c1:${control}`)));
  expect(first?.verdicts.slice(0, 4).map(({ maturity, applicable }) => [maturity, applicable])).toEqual([
    [3, true],
    [4, true],
    [null, false],
    [3, true],
  ]);
  expect(second).toEqual(clusters[1]);
});

test("finding ids are sorted by cluster, whatever the cluster's id holds", () => {
  expect(closedByFindings(["a:x", "a:y", "urn:b:x"])).toEqual({ a: ["x", "y"], "urn:b": ["x"] });
});

test("closing findings never lowers a headline score, and closing all leaves none", () => {
  fc.assert(
    fc.property(worldOf(CATALOG), fc.array(fc.nat(200), { maxLength: 20 }), (world, picks) => {
      const profile = profileOf();
      const verdicts = judge(CATALOG, world);
      const findings = findFindings(CATALOG, profile, verdicts);
      const ids = picks.flatMap((pick) => findings[pick % Math.max(1, findings.length)]?.id ?? []);
      const before = scoresOf(scoreAssessment(CATALOG, [{ profile, verdicts }]));
      const after = scoresOf(projectScores(CATALOG, [{ profile, verdicts }], closedByFindings(ids)));
      for (const [name, { low }] of before) expect(after.get(name)?.low, name).toBeGreaterThanOrEqual(low);
      const [closed = verdicts] = projectVerdicts([verdicts], closedByFindings(findings.map(({ id }) => id)));
      expect(findFindings(CATALOG, profile, closed)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
