import { expect, test } from "vitest";
import { expectedOf, hasCorpus, scanCorpus } from "./corpus.fixture.ts";
import { type Expectation, measure } from "./measure.fixture.ts";
import { PEER_CHECKS } from "./peer-checks.fixture.ts";

const CORPUS = "trivy-checks-examples";
type Case = { file: string; check: string; expected: "pass" | "fail" };

test.skipIf(!hasCorpus(CORPUS))("agrees with the examples of Trivy (skipped where the corpus is absent)", async () => {
  const expectations: Expectation[] = [];
  for (const { file, check, expected } of expectedOf<Case>(CORPUS)) {
    const checks = PEER_CHECKS.Trivy?.[check];
    if (checks)
      expectations.push({ label: `${check} ${file}`, checks, expected, results: await scanCorpus(CORPUS, [file]) });
  }
  expect(measure(CORPUS, expectations)).toEqual([]);
});
