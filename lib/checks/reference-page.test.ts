import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { LAYERS } from "#lib/catalog/framework.ts";
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

  test("refers by ids and never escapes inward", () => {
    for (const reference of check.references) expect(reference).toMatch(REFERENCE);
    if (check.escalatesTo) expect(LAYERS.indexOf(check.escalatesTo)).toBeLessThanOrEqual(LAYERS.indexOf(check.layer));
  });

  // What the check says of them stands in before-after.test.ts.
  test("shows manifests that can be read", () => {
    for (const text of [check.before, check.after]) {
      const documents = parseAllDocuments(text);
      expect(documents).not.toEqual([]);
      for (const document of documents) {
        expect(document.errors).toEqual([]);
        expect(document.toJS()).toMatchObject({ apiVersion: expect.any(String), kind: expect.any(String) });
      }
    }
  });
});
