import { expect, test } from "vitest";
import { expectedOf, hasCorpus, scanCorpus } from "./corpus.fixture.ts";
import { type Expectation, measure } from "./measure.fixture.ts";
import { PEER_CHECKS } from "./peer-checks.fixture.ts";

const CORPUS = "kubescape-regolibrary";
type Case = {
  rule: string;
  controls: string[];
  test: string;
  inputs: string[];
  expected: "pass" | "fail";
  has_config: boolean;
  evidence: string;
};

test.skipIf(!hasCorpus(CORPUS))("agrees with the cases of Kubescape (skipped where the corpus is absent)", async () => {
  const expectations: Expectation[] = [];
  for (const { rule, controls, test: name, inputs, expected, has_config, evidence } of expectedOf<Case>(CORPUS)) {
    // Its other inputs are objects of its own node agent; its settings change what it takes for a fault.
    if (evidence !== "k8s-objects" || has_config) continue;
    const ofControls = () => [...new Set(controls.flatMap((control) => PEER_CHECKS.Kubescape?.[control] ?? []))];
    const checks = PEER_CHECKS.Kubescape?.[rule] ?? ofControls();
    if (checks.length === 0) continue;
    expectations.push({
      label: `${controls.join("+")} ${name}`,
      checks,
      expected,
      results: await scanCorpus(CORPUS, inputs),
    });
  }
  expect(measure(CORPUS, expectations)).toEqual([]);
});
