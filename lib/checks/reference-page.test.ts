import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { LAYERS } from "#lib/catalog/framework.ts";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Check } from "./check.ts";
import { evaluate } from "./evaluate.ts";
import { CHECKS } from "./registry.ts";

/** Shortest and longest text of each part of a reference page, in characters. */
const LENGTHS = {
  title: [10, 80],
  why: [80, 600],
  seeByHand: [15, 420],
  fix: [80, 700],
  before: [30, 1500],
  after: [30, 1500],
} as const;

/** A reference is an id ("CIS 5.2.2", "PSS baseline", "O25:K01"), never a sentence of its source. */
const REFERENCE = /^(CIS|PSS|NSA|MITRE|CNCF|k8s)( [A-Za-z0-9.() +-]{2,30})?$|^O2[25]:K\d\d$|^T\d{4}(\.\d{3})?$/;

describe.each(CHECKS.map((check) => [check.id, check] as const))("the page of %s", (_, check) => {
  test.each(Object.entries(LENGTHS))("says %s at a length that people read", (part, [shortest, longest]) => {
    const text = check[part as keyof typeof LENGTHS].trim();
    expect(text.length).toBeGreaterThanOrEqual(shortest);
    expect(text.length).toBeLessThanOrEqual(longest);
  });

  test("speaks plainly", () => {
    for (const text of [check.title, check.why, check.fix]) {
      expect(text).not.toMatch(/!(\s|$)|\b(oops|successfully)\b/i);
      expect(text).toMatch(/^([A-Z`"/]|etcd|kube)/);
    }
    expect(check.title).not.toMatch(/\.$/);
  });

  test("refers by ids and escapes outward", () => {
    for (const reference of check.references) expect(reference).toMatch(REFERENCE);
    if (check.escalatesTo) expect(LAYERS.indexOf(check.escalatesTo)).toBeLessThan(LAYERS.indexOf(check.layer));
  });

  test("shows a manifest that fails and one that no longer does", () => {
    const before = documentsOf(check.before);
    const after = documentsOf(check.after);
    if (check.of !== "container" && check.of !== "workload") return;
    expect(outcomesOf(check, before)).toContain("fail");
    expect(outcomesOf(check, after)).not.toContain("fail");
    expect(outcomesOf(check, after)).not.toContain("not-assessable");
  });
});

function documentsOf(text: string): KubernetesObject[] {
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents)) throw new Error("no document");
  for (const document of documents) expect(document.errors).toEqual([]);
  const objects = documents.map((document) => document.toJS() as KubernetesObject);
  for (const object of objects) expect(object).toBeTypeOf("object");
  return objects;
}

/** What the check says of the manifests; of a running cluster where plain manifests cannot tell. */
function outcomesOf(check: Check, objects: KubernetesObject[]): string[] {
  const index = buildClusterIndex(objects.map((object) => ({ object, at: { path: "page.yaml" } })));
  const said = evaluate(index, [check]).results;
  const results = said.some(({ outcome }) => outcome !== "not-assessable")
    ? said
    : evaluate({ ...index, live: true }, [check]).results;
  return results.map(({ outcome }) => outcome);
}
