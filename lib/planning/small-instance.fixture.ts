import fc from "fast-check";
import { LAYERS } from "#lib/catalog/framework.ts";
import type { PlanInstance, PlanItem } from "./instance.ts";

const SKILLS = ["platform", "security"] as const;

/** A wish of every tenth initiative or so. */
const wishes = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ earliest: 1, latest: 99, pin: null }) },
  { weight: 1, arbitrary: fc.nat(2).map((n) => ({ earliest: n + 1, latest: 99, pin: null })) },
  { weight: 1, arbitrary: fc.nat(2).map((n) => ({ earliest: 1, latest: n + 1, pin: null })) },
  { weight: 1, arbitrary: fc.nat(2).map((n) => ({ earliest: 1, latest: 99, pin: n + 1 })) },
);

/** Any small instance: few values, so that ties abound; tenths of days; prerequisites among what stands before. */
export function smallInstance(max: { initiatives: number; quarters: number }): fc.Arbitrary<PlanInstance> {
  const days = fc.nat(40).map((tenths) => tenths / 10);
  const item = fc.record({
    layer: fc.constantFrom(...LAYERS),
    risk: fc.oneof(
      fc.nat(4),
      fc.nat(300).map((n) => n / 10),
    ),
    effort: fc.record({ platform: days, security: fc.oneof(fc.constant(0), days) }),
    after: fc.array(fc.nat(8), { maxLength: 2 }),
    wish: wishes,
  });
  return fc
    .record({
      quarters: fc.integer({ min: 1, max: max.quarters }),
      items: fc.array(item, { minLength: 1, maxLength: max.initiatives }),
      room: fc.array(fc.nat(60), { minLength: SKILLS.length * max.quarters, maxLength: SKILLS.length * max.quarters }),
      turn: fc.nat(8),
    })
    .map(({ quarters, items, room, turn }) => ({
      quarters,
      capacity: Object.fromEntries(
        SKILLS.map((skill, s) => [
          skill,
          Array.from({ length: quarters }, (_, q) => (room[s * max.quarters + q] ?? 0) / 10),
        ]),
      ),
      initiatives: items.map(({ layer, risk, effort, after, wish }, i): PlanItem => {
        const within = (quarter: number) => Math.min(quarter, quarters);
        return {
          // Ids out of step with the order of the list, so that only the rule can order equals.
          id: `i${(i * 5 + turn) % 9}${i}`,
          layer,
          risk,
          effort,
          after: i === 0 ? [] : [...new Set(after.filter((b) => b < i).map((b) => `i${(b * 5 + turn) % 9}${b}`))],
          earliest: within(wish.earliest),
          latest: within(wish.latest),
          pin: wish.pin === null ? null : within(wish.pin),
        };
      }),
    }));
}
