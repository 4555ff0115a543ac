import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import { leaveOutUnread } from "#lib/kubernetes/leave-out-unread.ts";
import { normalizeObject } from "#lib/kubernetes/normalize-object.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { EqualParts } from "#lib/kubernetes/share-equal-parts.ts";
import { checkPaths } from "../../cli/start/check-registry.ts";
import { evaluate } from "./evaluate.ts";
import { CHECKS } from "./registry.ts";

type Case = { name: string; live?: boolean; kubernetesVersion?: string; objects: Record<string, unknown>[] };
const PATHS = new Map(checkPaths().map((path) => [path.split("/")[1] ?? "", path]));

// A check that reads a new field of a pod, a node or the like: take the field out of leave-out-unread.ts.
test.each(CHECKS.map((check) => [check.id, check] as const))(
  "%s reads nothing that reading leaves out",
  (id, check) => {
    const { cases }: { cases: Case[] } = parse(readFileSync(`lib/checks/${PATHS.get(id)}.cases.yaml`, "utf8"));
    for (const each of cases) {
      const results = (change: (object: KubernetesObject) => KubernetesObject) => {
        const objects = printed(each).map((object) => ({ object: change(object), at: { path: "cases.yaml" } }));
        const index = buildClusterIndex(objects, { kubernetesVersion: each.kubernetesVersion });
        return evaluate(each.live === undefined ? index : { ...index, live: each.live }, [check]);
      };
      const parts = new EqualParts();
      const kept = results((object) => parts.share(leaveOutUnread(object)));
      expect({ case: each.name, ...kept }).toEqual({ case: each.name, ...results((object) => object) });
    }
  },
);

/** The objects of a case as an API server would print them: with uids. */
function printed({ objects }: Case): KubernetesObject[] {
  return structuredClone(objects).map((object, at) => {
    const normal = normalizeObject(object);
    return { ...normal, metadata: { ...normal.metadata, uid: normal.metadata.uid ?? `uid-${at}` } };
  });
}
