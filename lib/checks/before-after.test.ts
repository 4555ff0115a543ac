import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Check } from "./check.ts";
import { evaluate } from "./evaluate.ts";
import { CHECKS } from "./registry.ts";

/** What makes a few manifests a whole cluster. */
const AROUND: readonly KubernetesObject[] = [
  { apiVersion: "v1", kind: "Node", metadata: { name: "around" } },
  { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "around", namespace: "kube-system" } },
];

// A reader copies these manifests. What a check says about them must be what its page says.
describe.each(CHECKS.map((check) => [check.id, check] as const))("%s", (_, check) => {
  test("fails on the manifest before", () => {
    expect(outcomes(check, check.before)).toContain("fail");
  });

  test("finds nothing in the manifest after", () => {
    expect(outcomes(check, check.after)).not.toContain("fail");
  });
});

/** What the check says of the manifests: as files, as objects of a cluster, and as all that a cluster holds. */
function outcomes(check: Check, manifests: string): string[] {
  const documents = parseAllDocuments(manifests).map((document) => document.toJSON() as KubernetesObject);
  const index = indexOf(documents);
  const missing = AROUND.filter(({ kind }) => !documents.some((document) => document.kind === kind));
  return [index, { ...index, live: true }, indexOf([...documents, ...missing])].flatMap((each) =>
    evaluate(each, [check])
      .results.filter(({ resource }) => resource.name !== "around")
      .map(({ outcome }) => outcome),
  );
}

function indexOf(objects: readonly KubernetesObject[]) {
  return buildClusterIndex(objects.map((object) => ({ object, at: { path: "page.yaml" } })));
}
