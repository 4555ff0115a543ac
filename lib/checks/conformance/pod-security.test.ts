import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { foldWorkloads } from "#lib/kubernetes/workloads.ts";
import { podSecurityOf } from "../pod-security-standards.ts";

const CORPUS = join(process.env.CHARTROOM_CORPORA ?? "../shared/corpora", "pss-fixtures");
type Expected = {
  file: string;
  level: "baseline" | "restricted";
  version: string;
  expected: "pass" | "fail";
  check: string;
};

test.skipIf(!existsSync(CORPUS))(
  "the verdict is that of Kubernetes' own admission (skipped where the corpus is absent)",
  () => {
    const cases: Expected[] = JSON.parse(readFileSync(join(CORPUS, "expected.json"), "utf8"));
    const wrong: string[] = [];
    const contents = new Set<string>();
    for (const each of cases) {
      const text = readFileSync(join(CORPUS, each.file), "utf8");
      contents.add(text);
      const [workload] = foldWorkloads([{ object: parse(text), at: { path: each.file } }]).workloads;
      if (!workload) throw new Error(each.file);
      const { level, violations } = podSecurityOf(workload, each.version.slice(1));
      const accepted = level === "restricted" || level === each.level;
      const named = violations.some(({ control }) => control.toLowerCase() === each.check.toLowerCase());
      if (accepted !== (each.expected === "pass") || (each.expected === "fail" && !named && each.check !== "base"))
        wrong.push(`${each.file}: ${JSON.stringify(violations)}`);
    }
    console.log(
      `pod security: ${cases.length - wrong.length} of ${cases.length} cases (${contents.size} distinct pods) as admission decides`,
    );
    expect(wrong.slice(0, 20)).toEqual([]);
  },
);
