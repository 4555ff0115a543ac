import fc from "fast-check";
import { expect, test } from "vitest";
import { initiativeOf } from "./initiative.fixture.ts";
import { splitIntoPhases } from "./split-into-phases.ts";

test("what fits into a quarter stays whole", () => {
  const whole = initiativeOf({ id: "a", bySkill: { platform: 10 } });
  expect(splitIntoPhases([whole], { platform: [5, 10, 5, 5] })).toEqual([whole]);
});

test("what fits into none is split: parts in order, followers after the last, findings with every part", () => {
  const big = initiativeOf({
    id: "a",
    risk: 61,
    things: 5,
    after: ["z"],
    bySkill: { platform: 25, security: 1 },
    findings: ["c:a"],
  });
  const parts = splitIntoPhases([big, initiativeOf({ id: "b", after: ["a"] })], {
    platform: [10, 10, 10, 10],
    security: [2, 2, 2, 2],
  });
  expect(parts.map(({ id, after, phase, findings }) => [id, after, phase, findings])).toEqual([
    ["a-1", ["z"], { number: 1, of: 4 }, ["c:a"]],
    ["a-2", ["a-1"], { number: 2, of: 4 }, ["c:a"]],
    ["a-3", ["a-2"], { number: 3, of: 4 }, ["c:a"]],
    ["a-4", ["a-3"], { number: 4, of: 4 }, ["c:a"]],
    ["b", ["a-4"], null, ["c:b"]],
  ]);
  expect(parts.slice(0, 4).map(({ risk, effort, things }) => [risk, effort.bySkill.platform, things])).toEqual([
    [15.3, 6.3, 2],
    [15.3, 6.3, 1],
    [15.2, 6.2, 1],
    [15.2, 6.2, 1],
  ]);
});

test("a skill that nobody has splits nothing", () => {
  const whole = initiativeOf({ id: "a", bySkill: { cloud: 10 } });
  expect(splitIntoPhases([whole], { platform: [5, 5, 5, 5] })).toEqual([whole]);
  expect(splitIntoPhases([whole], { cloud: [0, 0, 0, 0] })).toEqual([whole]);
});

test("every part fits into one quarter, and together they are the whole", () => {
  const tenths = (max: number) => fc.integer({ min: 1, max: max * 10 }).map((n) => n / 10);
  const rooms = fc.array(fc.integer({ min: 2, max: 60 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(tenths(300), tenths(80), tenths(500), rooms, rooms, (platform, security, risk, p, s) => {
      const parts = splitIntoPhases([initiativeOf({ id: "a", risk, bySkill: { platform, security } })], {
        platform: p,
        security: s,
      });
      const sum = (of: (part: (typeof parts)[number]) => number | undefined) =>
        Math.round(parts.reduce((total, part) => total + (of(part) ?? 0), 0) * 10);
      expect(sum(({ risk: each }) => each)).toBe(Math.round(risk * 10));
      expect(sum(({ effort }) => effort.bySkill.platform)).toBe(Math.round(platform * 10));
      expect(sum(({ effort }) => effort.bySkill.security)).toBe(Math.round(security * 10));
      for (const { effort } of parts) {
        const fits = p.some(
          (room, q) => (effort.bySkill.platform ?? 0) <= room && (effort.bySkill.security ?? 0) <= (s[q] ?? 0),
        );
        expect(fits).toBe(true);
      }
    }),
  );
});

test("what the last version had in phases stays in as many, as long as a phase takes a day", () => {
  const roomy = { platform: [90, 90, 90, 90] };
  const before = [initiativeOf({ id: "a-1", remedy: "a", phase: { number: 1, of: 3 } })];
  const count = (platform: number) =>
    splitIntoPhases([initiativeOf({ id: "a", bySkill: { platform } })], roomy, before).length;
  expect([12, 2.5, 0.5].map(count)).toEqual([3, 2, 1]);
  expect(splitIntoPhases([initiativeOf({ id: "a", bySkill: { platform: 12 } })], roomy)).toHaveLength(1);
});
