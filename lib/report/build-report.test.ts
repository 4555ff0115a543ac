import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildReport, digestInput } from "./build-report.ts";
import { emptyReportFixture, reportFixture } from "./report.fixture.ts";

const model = reportFixture();
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).toSorted();

describe("putting a report together", () => {
  it("keeps every finding, initiative, item of a plan and contradiction, each once", () => {
    const built = buildReport(model);
    expect(ids([...built.findings, ...built.uncharted])).toEqual(ids([...model.findings, ...model.uncharted]));
    expect(ids(built.initiatives)).toEqual(ids(model.initiatives));
    expect(built.roadmap).toEqual(model.roadmap);
    expect(built.contradictions).toHaveLength(model.contradictions.length);
    const planned = built.roadmap?.plans.flatMap((plan) => plan.items.map((item) => item.initiative)) ?? [];
    expect(new Set(built.initiatives.map(({ id }) => id)).isSupersetOf(new Set(planned))).toBe(true);
  });

  it("tells the uncharted from the charted, however they came in, and counts nothing twice", () => {
    const mixed = buildReport({
      ...model,
      findings: [...model.uncharted, ...model.findings],
      uncharted: model.uncharted,
    });
    expect(mixed.findings.every((finding) => finding.maturity !== null)).toBe(true);
    expect(mixed.uncharted.every((finding) => finding.maturity === null)).toBe(true);
    expect(mixed.findings).toHaveLength(model.findings.length);
    expect(mixed.uncharted).toHaveLength(model.uncharted.length);
  });

  it("lists findings worst first", () => {
    const points = model.findings.map((finding) => finding.risk.points);
    expect(points).toEqual(points.toSorted((a, b) => b - a));
  });

  it("lists initiatives in the order of the roadmap, those outside of it last", () => {
    const places = new Map(
      model.roadmap?.plans.flatMap((plan) =>
        plan.items.map((item) => [item.initiative, plan.quarter * 100 + item.startWeek]),
      ),
    );
    const order = model.initiatives.map(({ id }) => places.get(id) ?? 1000);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(model.initiatives.at(-1)?.id).toBe("isolate-untrusted");
  });

  it("takes the score card's own headline when none is given", () => {
    expect(buildReport({ ...model, headline: undefined }).headline).toMatch(/^The cloud layer holds/);
    expect(buildReport(model).headline).toBe(model.headline);
  });

  it("gives the same report for every order of its input", () => {
    const shuffle = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length });
    fc.assert(
      fc.property(
        shuffle(model.findings),
        shuffle(model.initiatives),
        shuffle(model.contradictions),
        (findings, initiatives, contradictions) => {
          expect(digestInput(buildReport({ ...model, findings, initiatives, contradictions }))).toBe(
            digestInput(buildReport(model)),
          );
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe("the summary", () => {
  it("has three to five sentences, from the data", () => {
    expect(model.summary).toEqual([
      "Over 3 clusters the assured score is 26 of 100 (own: 30), at best 40 once everything uncharted proves to be met; the cloud layer holds the cluster and container layers down.",
      "55 findings carry 668 risk points, 13 of them critical; most of it sits in No privileged users (94) and Kubernetes access to the cloud-provider API (64).",
      "In the first 90 days 10 initiatives take 64.1 days of work and remove 352 of 668 risk points (53 % of the risk).",
      "All four plans together take 202.1 days and leave 8 risk points after twelve months; 1 initiative does not fit.",
      "18 controls are uncharted and count as unmet until somebody looks; what people said and what was seen disagree in 3 places, 1 with a decision.",
    ]);
  });

  it("still has three when nothing is known", () => {
    const { summary } = emptyReportFixture();
    expect(summary.length).toBeGreaterThanOrEqual(3);
    expect(summary.join(" ")).toContain("No roadmap has been drawn yet.");
  });

  it("counts one as one", () => {
    const [finding] = model.findings;
    const [uncharted] = model.uncharted;
    const [contradiction] = model.contradictions;
    if (!finding || !uncharted || !contradiction) throw new Error("the fixture holds one of each");
    const one = buildReport({ ...model, findings: [finding], uncharted: [uncharted], contradictions: [contradiction] });
    expect(one.summary[1]).toMatch(/^1 finding carries 20 risk points, 1 of them critical/);
    expect(one.summary.at(-1)).toMatch(/^1 control is uncharted and counts as unmet .* in 1 place\.$/);
  });
});

describe("what the digest is made of", () => {
  it("changes with everything but the digest itself", () => {
    expect(digestInput({ ...model, digest: "other" })).toBe(digestInput(model));
    expect(digestInput({ ...model, version: model.version + 1 })).not.toBe(digestInput(model));
    const findings = model.findings.map((finding, i) => (i === 7 ? { ...finding, because: "changed" } : finding));
    expect(digestInput({ ...model, findings })).not.toBe(digestInput(model));
  });
});
