import { expect, test } from "vitest";
import { FIELD_DEFAULTS } from "../settings.ts";
import { expectedOf, hasCorpus, scanCorpus } from "./corpus.fixture.ts";
import { type Expectation, measure } from "./measure.fixture.ts";
import { PEER_CHECKS } from "./peer-checks.fixture.ts";

const CORPUS = "kube-linter-checks";
type Case = { file: string; check: string; expected_reports: number | null; dont_fire_objects: number };

/** It asks for three replicas where we ask for two unless told otherwise. */
const SETTINGS = { ...FIELD_DEFAULTS, minReplicas: 3 };

/** By the convention of that project an object with this name must not be reported. */
const QUIET = /^dont-fire/;

test.skipIf(!hasCorpus(CORPUS))(
  "agrees with the cases of kube-linter (skipped where the corpus is absent)",
  async () => {
    const expectations: Expectation[] = [];
    for (const { file, check, expected_reports, dont_fire_objects } of expectedOf<Case>(CORPUS)) {
      const checks = PEER_CHECKS["kube-linter"]?.[check];
      if (!checks || !expected_reports) continue;
      const all = await scanCorpus(CORPUS, [file], SETTINGS);
      const loud = all.filter(({ resource }) => !QUIET.test(resource.name));
      expectations.push({ label: `${check} ${file}`, checks, expected: "fail", results: loud });
      if (dont_fire_objects === 0) continue;
      const quiet = all.filter(({ resource }) => QUIET.test(resource.name));
      expectations.push({ label: `${check} ${file} dont-fire`, checks, expected: "pass", results: quiet });
    }
    expect(measure(CORPUS, expectations)).toEqual([]);
  },
);
