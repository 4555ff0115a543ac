import { expect, test } from "vitest";
import { keepStanding, keptStanding } from "./kept-standings.ts";
import type { LeaderStanding } from "./leader-standing.ts";

const key = { organizationId: "home", assessment: "one", versions: "v1", scanMaxAgeDays: 30 };
const standing = (headline: string) => ({ headline, since: 1_000, until: 2_000 }) as LeaderStanding;

test("a standing is shown for its own rows, its own tenant, its own settings and its own time, and else not", () => {
  keepStanding(key, standing("as it is"));
  expect(keptStanding(key, 1_500)?.headline).toBe("as it is");
  expect(keptStanding(key, 2_000)?.headline).toBe("as it is");
  const misses = [
    keptStanding({ ...key, versions: "v2" }, 1_500),
    keptStanding({ ...key, organizationId: "away" }, 1_500),
    keptStanding({ ...key, assessment: "two" }, 1_500),
    keptStanding({ ...key, scanMaxAgeDays: 7 }, 1_500),
    keptStanding(key, 2_001),
    keptStanding(key, 999),
  ];
  expect(misses).toEqual([null, null, null, null, null, null]);
});

test("what was not asked for longest makes room", () => {
  keepStanding(key, standing("asked for"));
  for (let n = 0; n < 150; n++) keepStanding({ ...key, assessment: `before ${n}` }, standing("other"));
  expect(keptStanding(key, 1_500)).not.toBeNull();
  for (let n = 0; n < 150; n++) keepStanding({ ...key, assessment: `after ${n}` }, standing("other"));
  expect(keptStanding(key, 1_500)).not.toBeNull();
  for (let n = 0; n < 200; n++) keepStanding({ ...key, assessment: `later ${n}` }, standing("other"));
  expect(keptStanding(key, 1_500)).toBeNull();
});
