import { expect, test } from "vitest";
import { CHECKS } from "#lib/checks/registry.ts";
import { fuzz } from "./fuzz.fixture.ts";

/** A share that fits into the tests; CHARTROOM_FUZZ=100000 runs as many. How long a look may take is the benchmark's. */
const OBJECTS = Number(process.env.CHARTROOM_FUZZ ?? 40_000);

test(`no check throws on ${OBJECTS} mutated objects of every kind`, { timeout: OBJECTS * 20 + 60_000 }, async () => {
  const { objects, looks, slowest } = await fuzz(OBJECTS);
  console.log(
    `fuzz: ${objects} objects, ${CHECKS.length} checks, ${looks} looks; the longest took ${slowest.milliseconds.toFixed(1)} ms (${slowest.check} at ${slowest.resource})`,
  );
  expect(objects).toBeGreaterThanOrEqual(OBJECTS);
  expect(looks).toBeGreaterThan(objects * 10);
});
