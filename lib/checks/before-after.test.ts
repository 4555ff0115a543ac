import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Check } from "./check.ts";
import { evaluate } from "./evaluate.ts";
import { CHECKS } from "./registry.ts";

// A reader copies these manifests. What a check says about them must be what its page says.
describe.each(CHECKS.map((check) => [check.id, check] as const))("%s", (_, check) => {
  test("fails on the manifest before", () => {
    expect(outcomes(check, check.before)).toContain("fail");
  });

  test("finds nothing in the manifest after", () => {
    expect(outcomes(check, check.after)).not.toContain("fail");
  });
});

/** What the check says of the manifests, as files and as objects of a running cluster. */
function outcomes(check: Check, manifests: string): string[] {
  const documents = parseAllDocuments(manifests).map((document) => document.toJSON() as KubernetesObject);
  const index = buildClusterIndex(documents.map((object) => ({ object, at: { path: "page.yaml" } })));
  return [index, { ...index, live: true }].flatMap((each) =>
    evaluate(each, [check]).results.map((result) => result.outcome),
  );
}
