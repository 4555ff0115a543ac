import { CHECKS } from "#lib/checks/registry.ts";
import { fuzz, millisecondsOf } from "#lib/server/collect/fuzz.fixture.ts";

const OBJECTS = 100_000;
/** No check may look at one object for longer, whatever the object holds. */
const LONGEST_MILLISECONDS = 50;

const started = performance.now();
const { objects, looks, slowest } = await fuzz(OBJECTS);
const seconds = (performance.now() - started) / 1000;
// A first time that is too long may be the garbage collector's: the same snapshot is judged again.
const milliseconds =
  slowest.milliseconds > LONGEST_MILLISECONDS ? await millisecondsOf(slowest.plan) : slowest.milliseconds;
console.log(
  `fuzz: ${objects} mutated objects through ${CHECKS.length} checks, ${looks} looks in ${seconds.toFixed(1)} s, no exception; longest look ${milliseconds.toFixed(1)} ms of CPU (bound ${LONGEST_MILLISECONDS} ms): ${slowest.check} at ${slowest.resource}`,
);
process.exit(milliseconds > LONGEST_MILLISECONDS ? 1 : 0);
