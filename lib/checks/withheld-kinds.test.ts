import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { normalizeObject } from "#lib/kubernetes/normalize-object.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { refusalObject, resourceOf } from "#lib/kubernetes/withheld.ts";
import { checkPaths } from "../../cli/start/check-registry.ts";
import type { Check } from "./check.ts";
import { evaluate } from "./evaluate.ts";
import { CHECKS } from "./registry.ts";

type Case = {
  name: string;
  live?: boolean;
  kubernetesVersion?: string;
  objects: Record<string, unknown>[];
};
const PATHS = new Map(checkPaths().map((path) => [path.split("/")[1] ?? "", path]));

// A check that sees less may say less; it must not say something else. For each kind in each case: with the objects of the
// kind gone and the kind refused by the API server, every verdict is the one that was, or none.
test.each(CHECKS.map((check) => [check.id, check] as const))(
  "%s never judges by what it could not see",
  (id, check) => {
    const { cases }: { cases: Case[] } = parse(readFileSync(`lib/checks/${PATHS.get(id)}.cases.yaml`, "utf8"));
    for (const each of cases) {
      const objects = each.objects.map((object) => normalizeObject(object));
      const told = indexOf(each, objects);
      const whole = verdicts(check, each, objects);
      const owners = new Set(
        objects.flatMap(({ metadata }) => metadata.ownerReferences?.map((owner) => owner.kind) ?? []),
      );
      for (const kind of new Set(objects.map((object) => object.kind))) {
        // Without its owner the same pod is named by another.
        if (owners.has(kind)) continue;
        const seen = objects.filter((object) => object.kind !== kind);
        const refused = refusalObject({ resource: resourceOf(kind), group: groupOf(objects, kind), code: 403 });
        const news = [...verdicts(check, each, [...seen, refused], told)].filter((verdict) => !whole.has(verdict));
        expect(`${each.name}, without ${kind}: ${news}`).toBe(`${each.name}, without ${kind}: `);
        // With the objects half there, none of their kind passes.
        for (const verdict of verdicts(check, each, [...objects, refused], told))
          expect(verdict).not.toContain(`pass ${kind} `);
      }
    }
  },
);

function groupOf(objects: readonly KubernetesObject[], kind: string): string {
  const { apiVersion = "" } = objects.find((object) => object.kind === kind) ?? {};
  return apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
}

/** "fail Deployment web", "pass Cluster cluster": what was decided. What the whole cluster tells of itself stays known. */
function verdicts(check: Check, each: Case, objects: readonly KubernetesObject[], told?: ClusterIndex): Set<string> {
  const index = indexOf(each, objects);
  const { live, observedAt, kubernetesVersion, managedControlPlane } = told ?? {
    ...index,
    live: each.live ?? index.live,
  };
  const { results } = evaluate({ ...index, live, observedAt, kubernetesVersion, managedControlPlane }, [check]);
  return new Set(
    results
      .filter(({ outcome }) => outcome !== "not-assessable")
      .map(({ outcome, resource }) => `${outcome} ${resource.kind} ${resource.namespace ?? ""}/${resource.name}`),
  );
}

function indexOf({ live, kubernetesVersion }: Case, objects: readonly KubernetesObject[]): ClusterIndex {
  const index = buildClusterIndex(
    objects.map((object) => ({ object, at: { path: "cases.yaml" } })),
    { kubernetesVersion },
  );
  return live === undefined ? index : { ...index, live };
}
