import fc from "fast-check";
import { expect, test } from "vitest";
import type { KubernetesObject } from "./object.ts";
import { CleanedParts, redactObject } from "./redact-object.ts";
import { EqualParts } from "./share-equal-parts.ts";

const SECRET = "hunter2hunter2";
const key = fc.constantFrom("labels", "args", "command", "env", "selector", "data", "password", "value", "name", "a");
const text = fc.constantFrom(
  "--password",
  SECRET,
  `--password=${SECRET}`,
  "DB_PASSWORD",
  "x",
  `https://u:${SECRET}@h/`,
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(key, tie("tree"), { maxKeys: 4 }),
  ),
}));

// The same part may stand under labels in one object and under arguments in another, and means something else there.
test("what is known of shared parts changes nothing of what is redacted", () => {
  fc.assert(
    fc.property(fc.array(tree, { minLength: 1, maxLength: 5 }), (parts) => {
      const objects = [...parts, ...parts].map((part, at) => ({
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: `a-${at}` },
        spec: { labels: part, args: part, env: [part], other: { deep: part } },
      })) as KubernetesObject[];
      const alone = objects.map((object) => redactObject(structuredClone(object)));
      const shared = new EqualParts();
      const cleaned = new CleanedParts();
      const together = objects.map((object) => redactObject(shared.share(structuredClone(object)), cleaned));
      expect(together).toEqual(alone);
    }),
    { numRuns: 1_000, seed: 20_261_123 },
  );
});
