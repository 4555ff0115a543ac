import { expect, test } from "vitest";
import { drawBadge } from "./badge.ts";

const says = (facts: Parameters<typeof drawBadge>[0]) => /<title>(.*)<\/title>/.exec(drawBadge(facts))?.[1];

test("a badge says what is removed and whether the year is on plan", () => {
  expect(says({ riskAtStart: 448, riskNow: 293, daysBehind: 0 })).toBe("Kubernetes risk: 35 % removed, on plan");
  expect(says({ riskAtStart: 448, riskNow: 448, daysBehind: 1 })).toBe("Kubernetes risk: 0 % removed, 1 day behind");
  expect(says({ riskAtStart: 448, riskNow: 440, daysBehind: 12 })).toBe("Kubernetes risk: 2 % removed, 12 days behind");
  expect(says({ riskAtStart: 0, riskNow: 0, daysBehind: -7 })).toBe("Kubernetes risk: 0 % removed, on plan");
});
