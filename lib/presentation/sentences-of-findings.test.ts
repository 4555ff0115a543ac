import { describe, expect, it } from "vitest";
import type { Finding } from "#lib/scoring/finding.ts";
import { sayAffected, sayFinding, sayMaturity, sayRisk, sayRiskStep } from "./sentences-of-findings.ts";

const finding: Finding = {
  id: "prod:metadata",
  clusterId: "prod",
  clusterName: "prod",
  control: "metadata",
  title: "Pods cannot reach the cloud's metadata service",
  layer: "cloud",
  concern: "cloud-api-access",
  dimension: "security",
  maturity: 1,
  risk: { likelihood: 3, impact: 4, computed: 12, points: 12, steps: [], override: null },
  level: "high",
  affected: 14,
  lookedAt: 31,
  sample: [],
  because: "",
  escalatesTo: null,
};

describe("sentences about a finding", () => {
  it("say what, where, how much and how bad", () => {
    expect(sayFinding(finding)).toBe(
      "Pods cannot reach the cloud's metadata service · prod · 14 of 31 looked at · High, 12 risk points (likelihood 3 × impact 4)",
    );
  });

  it("say nothing about how much when only people spoke", () => {
    expect(sayAffected({ ...finding, affected: 0, lookedAt: 0 })).toBe("");
    expect(sayAffected({ ...finding, affected: 31 })).toBe("all 31 looked at");
    expect(sayAffected({ ...finding, affected: 1, lookedAt: 1 })).toBe("the one looked at");
  });

  it("keep the computed risk beside an override, with its reason", () => {
    const override = { points: 20, reason: "the auditor asked", by: "Mira", at: "2027-01-01" };
    expect(sayRisk({ ...finding, level: "critical", risk: { ...finding.risk, points: 20, override } })).toBe(
      "Critical, 20 risk points as set by Mira: the auditor asked (computed: 12, likelihood 3 × impact 4)",
    );
  });

  it("name maturity and steps", () => {
    expect([sayMaturity(finding), sayMaturity({ ...finding, maturity: null })]).toEqual(["1 ad hoc", "uncharted"]);
    expect(sayRiskStep({ of: "likelihood", from: 3, to: 4, reason: "on the internet" })).toBe(
      "Likelihood 3 → 4: on the internet",
    );
    expect(sayRiskStep({ of: "impact", from: 4, to: 4, reason: "criticality 3" })).toBe("Impact 4: criticality 3");
  });
});
