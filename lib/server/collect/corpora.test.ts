import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { CHECKS } from "#lib/checks/registry.ts";
import { scan } from "#lib/checks/scan.ts";
import { COMMAND_LIMITS } from "./limits.ts";
import { openSource } from "./open-source.ts";
import { readSnapshot } from "./read-snapshot.ts";

const CORPORA = process.env.CHARTROOM_CORPORA ?? "../shared/corpora";
const K3S = join(CORPORA, "snapshot-k3s-troubleshoot");
const REAL_WORLD = join(CORPORA, "realworld-manifests");

type Facts = Record<string, { objects: number; kinds: Record<string, number>; namespaces: string[] }>;

const read = (path: string) => readSnapshot(openSource(path, path, COMMAND_LIMITS));
const sorted = (kinds: Record<string, number>) => Object.fromEntries(Object.entries(kinds).sort());

test.skipIf(!existsSync(K3S))(
  "a real k3s cluster is read completely (skipped where the corpus is absent)",
  async () => {
    const facts: Facts = JSON.parse(readFileSync(join(K3S, "facts.json"), "utf8"));
    const snapshot = await read(join(K3S, "k3s-v1.24.4"));
    const report = scan(snapshot, CHECKS);
    console.log(`k3s: ${snapshot.objects.length} objects of ${Object.keys(report.objects).length} kinds`);
    expect(sorted(report.objects)).toEqual(sorted(facts["k3s-v1.24.4"]?.kinds ?? {}));
    expect(report.kubernetesVersion).toBe("1.24");
    expect(snapshot.unreadable.filter(({ foreign }) => !foreign)).toEqual([]);
    const parts = scan(await read(join(K3S, "analyze-files")), CHECKS);
    expect(sorted(parts.objects)).toEqual(sorted(facts["analyze-files"]?.kinds ?? {}));
  },
);

test.skipIf(!existsSync(REAL_WORLD))(
  "manifests of well-known projects are read completely (skipped where the corpus is absent)",
  async () => {
    const wrong: unknown[] = [];
    let objects = 0;
    for (const project of readdirSync(REAL_WORLD, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      const snapshot = await read(join(REAL_WORLD, project.name));
      const report = scan(snapshot, CHECKS);
      const expected = countsOf(join(REAL_WORLD, project.name));
      objects += snapshot.objects.length;
      if (JSON.stringify(sorted(report.objects)) !== JSON.stringify(sorted(expected)))
        wrong.push({ project: project.name, read: sorted(report.objects), expected: sorted(expected) });
    }
    console.log(`real-world manifests: ${objects} objects`);
    expect(wrong).toEqual([]);
    expect(objects).toBeGreaterThan(300);
  },
);

/** Counts by another way: each file parsed whole, whatever has a kind and a name. */
function countsOf(folder: string): Record<string, number> {
  const counts: Record<string, number> = {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const file of files.filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))) {
    for (const document of parseAllDocuments(readFileSync(join(file.parentPath, file.name), "utf8"), {
      logLevel: "silent",
    })) {
      if (!("errors" in document) || document.errors.length > 0) continue;
      const value = document.toJS();
      for (const object of value?.kind?.endsWith?.("List") && Array.isArray(value.items) ? value.items : [value])
        if (typeof object?.kind === "string" && (object.metadata?.name ?? object.metadata?.generateName))
          counts[object.kind] = (counts[object.kind] ?? 0) + 1;
    }
  }
  return counts;
}
