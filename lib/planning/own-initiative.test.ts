import fc from "fast-check";
import { expect, test } from "vitest";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { findCycle } from "./find-cycle.ts";
import { findInitiatives, findWork } from "./find-initiatives.ts";
import { type OwnInitiative, ringOf, withOwnInitiatives } from "./own-initiative.ts";
import { catalogWith, findingOf, remedyOf } from "./remedy.fixture.ts";

const ownOf = (told: Partial<OwnInitiative> = {}): OwnInitiative => ({
  id: "own-work-1",
  title: "Move to a managed platform",
  layer: "cloud",
  dimension: "architecture",
  skills: ["cloud", "platform"],
  estimate: { optimistic: 10, likely: 20, pessimistic: 60 },
  risk: 0,
  reason: "The contract ends",
  replaces: [],
  after: [],
  steps: ["Move one cluster first"],
  riskOfDoing: "",
  rollback: "",
  by: "Ann",
  version: 1,
  ...told,
});

test("own work closes what the remedies close that it replaces, waits in their place, and is waited for in their place", () => {
  const catalog = catalogWith(
    remedyOf("before"),
    remedyOf("a", { after: ["before"] }),
    remedyOf("b"),
    remedyOf("last", { after: ["a", "b"] }),
  );
  const findings = ["before", "a", "b", "last"].map((control) => findingOf(control));
  const found = findInitiatives(catalog, findings, { own: [ownOf({ replaces: ["a", "b"], risk: 5 })] });
  expect(found.map(({ id, risk, after }) => [id, risk, after])).toEqual([
    ["own-work-1", 25, ["before"]],
    ["before", 10, []],
    ["last", 10, ["own-work-1"]],
  ]);
  expect(found[0]).toMatchObject({
    layer: "cloud",
    findings: ["c1:a", "c1:b"],
    skill: "cloud",
    effort: { days: 25, bySkill: { cloud: 12.5, platform: 12.5 }, how: "10 / 20 / 60 fixed person-days" },
    own: { by: "Ann", reason: "The contract ends", risk: 5 },
  });
});

test("own work in place of remedies is done with their findings, what stands alone is there until it is taken away", () => {
  const catalog = catalogWith(remedyOf("a"), remedyOf("b"));
  const ids = (own: OwnInitiative) => findInitiatives(catalog, [findingOf("b")], { own: [own] }).map(({ id }) => id);
  expect(ids(ownOf({ replaces: ["a"] }))).toEqual(["b"]);
  expect(ids(ownOf({ replaces: ["a"], risk: 3 }))).toEqual(["b", "own-work-1"]);
  expect(ids(ownOf())).toEqual(["b", "own-work-1"]);
});

test("own work that nobody has estimated stands apart with its findings, until somebody sets its effort", () => {
  const catalog = catalogWith(remedyOf("a"), remedyOf("b"));
  const findings = [findingOf("a"), findingOf("b")];
  const own = [ownOf({ replaces: ["a"], estimate: null })];
  const { initiatives, unestimated } = findWork(catalog, findings, { own });
  expect(initiatives.map(({ id }) => id)).toEqual(["b"]);
  expect(unestimated).toMatchObject([{ id: "own-work-1", risk: 10, findings: ["c1:a"] }]);
  const overrides = new Map([["own-work-1", { days: 8, reason: "A guess", by: "Ann", at: "2026-11-24" }]]);
  const set = findWork(catalog, findings, { own, overrides });
  expect(set.unestimated).toEqual([]);
  expect(set.initiatives.find(({ id }) => id === "own-work-1")?.effort).toMatchObject({
    days: 8,
    optimistic: 8,
    pessimistic: 8,
    bySkill: { cloud: 4, platform: 4 },
  });
});

test("work that would wait for itself is found, whatever it replaces", () => {
  const catalog = catalogWith(
    remedyOf("first"),
    remedyOf("middle", { after: ["first"] }),
    remedyOf("last", { after: ["middle"] }),
  );
  expect(ringOf(catalog, [ownOf({ replaces: ["first", "middle"] })])).toBeNull();
  expect(ringOf(catalog, [ownOf({ replaces: ["first", "last"] })])?.toSorted()).toEqual([
    "Move to a managed platform",
    "Title of middle",
  ]);
  expect(
    ringOf(catalog, [ownOf({ after: ["own-work-2"] }), ownOf({ id: "own-work-2", after: ["own-work-1"] })]),
  ).toHaveLength(2);
});

const remedyId = fc.constantFrom(...CATALOG.remedies.map(({ id }) => id));
const anyOwn = fc
  .array(
    fc.record({
      replaces: fc.uniqueArray(remedyId, { maxLength: 6 }),
      after: fc.uniqueArray(remedyId, { maxLength: 4 }),
    }),
    {
      maxLength: 5,
    },
  )
  .map((several) => several.map((each, index) => ownOf({ ...each, id: `own-work-${index}` })));

test("whatever own work replaces, every control is closed by exactly one remedy, and what has no ring has none among findings", () => {
  fc.assert(
    fc.property(
      anyOwn,
      fc.uniqueArray(fc.constantFrom(...CATALOG.controls.map(({ id }) => id)), { maxLength: 60 }),
      (own, controls) => {
        const closed = withOwnInitiatives(CATALOG, own).remedies.flatMap(({ closes }) => closes);
        expect(closed.toSorted()).toEqual(CATALOG.remedies.flatMap(({ closes }) => closes).toSorted());
        const findings = controls.map((control) => findingOf(control));
        const { initiatives } = findWork(CATALOG, findings, { own });
        expect(new Set(initiatives.flatMap((each) => each.findings)).size).toBe(
          initiatives.flatMap((each) => each.findings).length,
        );
        if (ringOf(CATALOG, own) === null) expect(findCycle(initiatives)).toBeNull();
      },
    ),
    { numRuns: 200 },
  );
});
