import { expect, test } from "vitest";
import { expectedOf, hasCorpus, scanCorpus } from "./corpus.fixture.ts";
import { type Expectation, measure } from "./measure.fixture.ts";

const CORPUS = "vulnerable-by-design";
type Case = { file: string; object: string; expected_present: string[]; expected_absent: string[] };

test.skipIf(!hasCorpus(CORPUS))(
  "finds what was built in to be found (skipped where the corpus is absent)",
  async () => {
    const expectations: Expectation[] = [];
    for (const { file, object, expected_present, expected_absent } of expectedOf<Case>(CORPUS)) {
      const [kind, name] = [object.split("/").at(0), object.split("/").at(-1)];
      const results = (await scanCorpus(CORPUS, [file])).filter(
        ({ resource }) => resource.kind === kind && resource.name === name,
      );
      for (const [checks, expected] of [
        [expected_present, "fail"],
        [expected_absent, "pass"],
      ] as const)
        for (const check of checks)
          expectations.push({ label: `${check} ${object} ${file}`, checks: [check], expected, results });
    }
    expect(measure(CORPUS, expectations)).toEqual([]);
  },
);
