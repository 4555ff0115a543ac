import fc from "fast-check";
import type { Check, Verdict } from "#lib/checks/check.ts";
import { CHECKS } from "#lib/checks/registry.ts";
import { scan } from "#lib/checks/scan.ts";
import { genuineGroups, hostileObjects, type Json, type Plan, plans } from "./mutate-objects.fixture.ts";
import { readSnapshot } from "./read-snapshot.ts";

/** What watching every look of every check over many hostile snapshots has shown. */
export type Fuzzed = {
  /** Objects that were mutated, read and judged. */
  objects: number;
  looks: number;
  slowest: { milliseconds: number; check: string; resource: string; plan: Plan };
};

const SEED = 20_261_123;
const NO_PLAN: Plan = { groups: [], wounds: [], isLive: false, isTwofold: false };
const NOTHING: Fuzzed["slowest"] = { milliseconds: 0, check: "", resource: "", plan: NO_PLAN };

/**
 * Reads and scans hostile snapshots, as an upload is, until so many objects have gone through every check. Throws with the
 * shortest plan it finds when a check throws, or when reading or the engine does.
 */
export async function fuzz(atLeast: number, seed = SEED): Promise<Fuzzed> {
  const genuine = genuineGroups();
  const fuzzed: Fuzzed = { objects: 0, looks: 0, slowest: NOTHING };
  for (let round = 0; fuzzed.objects < atLeast; round++)
    await fc.assert(
      fc.asyncProperty(plans(genuine.length), async (plan) => {
        await judge(hostileObjects(genuine, plan), plan, fuzzed);
      }),
      { numRuns: 200, seed: seed + round, endOnFailure: false },
    );
  return fuzzed;
}

/**
 * The longest look of any check at this plan's snapshot, in milliseconds: the least of several tries, for garbage is
 * collected at odd times.
 */
export async function millisecondsOf(plan: Plan): Promise<number> {
  const genuine = genuineGroups();
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5; attempt++) {
    const fuzzed: Fuzzed = { objects: 0, looks: 0, slowest: NOTHING };
    await judge(hostileObjects(genuine, plan), plan, fuzzed);
    least = Math.min(least, fuzzed.slowest.milliseconds);
  }
  return least;
}

async function judge(objects: Json[], plan: Plan, fuzzed: Fuzzed): Promise<void> {
  const bytes = Buffer.from(JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }));
  const snapshot = await readSnapshot(
    (async function* () {
      yield { path: "hostile.json", bytes: inChunks(bytes) };
    })(),
  );
  const thrown: string[] = [];
  const watched = CHECKS.map((check) =>
    watching(check, (milliseconds, resource, error) => {
      fuzzed.looks++;
      if (milliseconds > fuzzed.slowest.milliseconds)
        fuzzed.slowest = { milliseconds, check: check.id, resource, plan };
      if (error) thrown.push(`${check.id} threw on ${resource}: ${error.stack ?? error.message}`);
    }),
  );
  scan(snapshot, watched);
  fuzzed.objects += snapshot.objects.length;
  if (thrown[0]) throw new Error(thrown[0]);
}

async function* inChunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16));
}

/** Milliseconds of this thread alone: what else runs on the machine does not count. */
export function clock(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

type Seen = (milliseconds: number, resource: string, error: Error | null) => void;

/** The check, with every look of it timed, and told when it throws: the engine would turn that into "not assessable". */
export function watching(check: Check, seen: Seen): Check {
  const look = check.look as (...handed: unknown[]) => Verdict;
  const watched = (...handed: unknown[]): Verdict => {
    const started = clock();
    let error: Error | null = null;
    try {
      return look(...handed);
    } catch (thrown) {
      error = thrown instanceof Error ? thrown : new Error(String(thrown));
      throw error;
    } finally {
      seen(clock() - started, nameOf(handed[0]), error);
    }
  };
  return { ...check, look: watched } as Check;
}

/** What a look was handed, for people: a container, a workload, an object, a namespace, or the whole index. */
function nameOf(handed: unknown): string {
  if (typeof handed === "string") return `namespace ${handed}`;
  const { ref, object, workload } = handed as {
    ref?: { kind: string; name: string };
    object?: { kind: string; metadata: { name: string } };
    workload?: { ref: { kind: string; name: string } };
  };
  const named = ref ?? workload?.ref ?? (object && { kind: object.kind, name: object.metadata.name });
  return named ? `${named.kind} ${named.name}`.slice(0, 120) : "the whole snapshot";
}
