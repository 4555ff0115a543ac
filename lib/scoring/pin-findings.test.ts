import { expect, test } from "vitest";
import { SMALL_CATALOG as CATALOG } from "#lib/evidence/catalog.fixture.ts";
import { profileOf, verdictsOf } from "./card.fixture.ts";
import { findFindings } from "./find-findings.ts";
import { scoreAssessment } from "./score-assessment.ts";

test("each finding is counted in exactly one cell; the worst level is that of charted findings", () => {
  const verdicts = verdictsOf(CATALOG, { "etcd-access-vital": 0, "etcd-access-minor": 2 });
  const findings = findFindings(CATALOG, profileOf({ criticality: 5, dataSensitivity: 5 }), verdicts);
  const { cells } = scoreAssessment(CATALOG, [{ profile: profileOf(), verdicts }], findings);
  expect(cells.reduce((total, cell) => total + cell.findings, 0)).toBe(findings.length);
  expect(cells.reduce((total, cell) => total + cell.risk, 0)).toBe(
    findings.reduce((total, finding) => total + finding.risk.points, 0),
  );
  const security = (layer: string) => cells.find((cell) => cell.layer === layer && cell.dimension === "security");
  expect(security("cloud")).toMatchObject({ findings: 10, worst: "high" });
  expect(security("code")).toMatchObject({ worst: null });
});
