import { expect, test } from "vitest";
import { FIELD_DEFAULTS, type ScanSettings } from "../settings.ts";
import { expectedOf, hasCorpus, scanCorpus } from "./corpus.fixture.ts";
import { type Expectation, measure } from "./measure.fixture.ts";
import { PEER_CHECKS } from "./peer-checks.fixture.ts";

const CORPUS = "kyverno-policy-tests";
type Case = {
  policy: string;
  rule: string;
  kind: string;
  resource: string;
  expected: "pass" | "fail" | "skip";
  file: string;
  rule_type: string;
};

/**
 * Policies whose verdict hangs on values of their own (a range of ports, one organization's addresses, annotations and
 * labels), which no setting of ours could say; as with settings of other projects, they are left out.
 */
const OWN_VALUES = new Set([
  "disallow-host-ports-range",
  "restrict-service-port-range",
  "restrict-annotations",
  "require-annotations",
  "verify-flux-sources",
  "verify-git-repositories",
  "kasten-data-protection-by-label",
]);

/** Values of its own that a setting of ours says as well. */
const SETTINGS: Readonly<Record<string, ScanSettings>> = {
  "restrict-image-registries": { ...FIELD_DEFAULTS, allowedRegistries: ["eu.foo.io", "bar.io"] },
};

/** Rules that ask for something else than the check that their policy is mapped to. */
const OTHER_MATTERS = new Set(["adding-capabilities-strict"]);

test.skipIf(!hasCorpus(CORPUS))("agrees with the cases of Kyverno (skipped where the corpus is absent)", async () => {
  const expectations: Expectation[] = [];
  for (const [label, cases] of Map.groupBy(relevantCases(), nameCase)) {
    const [{ policy, kind, resource, file }] = cases as [Case];
    const name = resource.split("/").at(-1);
    const results = (await scanCorpus(CORPUS, [file], SETTINGS[policy])).filter(
      (result) => result.resource.name === name && result.resource.kind === kind,
    );
    // A policy rejects a resource when one of its rules does.
    const expected = cases.some((one) => one.expected === "fail") ? "fail" : "pass";
    expectations.push({ label, checks: PEER_CHECKS.Kyverno?.[policy] ?? [], expected, results });
  }
  expect(measure(CORPUS, expectations)).toEqual([]);
});

function relevantCases(): Case[] {
  return expectedOf<Case>(CORPUS).filter(
    ({ rule_type, expected, rule, file, policy }) =>
      rule_type === "validate" && expected !== "skip" && file && !OTHER_MATTERS.has(rule) && !OWN_VALUES.has(policy),
  );
}

function nameCase({ policy, kind, resource, file }: Case): string {
  return `${policy} ${kind}/${resource} ${file}`;
}
