import { expect, test } from "vitest";
import { expectedOf, hasCorpus, scanCorpus } from "./corpus.fixture.ts";
import { type Expectation, measure } from "./measure.fixture.ts";
import { PEER_CHECKS } from "./peer-checks.fixture.ts";

const CORPUS = "polaris-checks";
type Case = { file: string; check: string; expected: "pass" | "fail" | "mutated-reference"; custom: boolean };

test.skipIf(!hasCorpus(CORPUS))("agrees with the cases of Polaris (skipped where the corpus is absent)", async () => {
  const expectations: Expectation[] = [];
  for (const { file, check, expected, custom } of expectedOf<Case>(CORPUS)) {
    const checks = PEER_CHECKS.Polaris?.[check];
    if (custom || expected === "mutated-reference" || !checks) continue;
    expectations.push({ label: `${check} ${file}`, checks, expected, results: await scanCorpus(CORPUS, [file]) });
  }
  expect(measure(CORPUS, expectations)).toEqual([]);
});
