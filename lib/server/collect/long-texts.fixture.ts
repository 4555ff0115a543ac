import { CHECKS } from "#lib/checks/registry.ts";
import { scan } from "#lib/checks/scan.ts";
import { clock, watching } from "./fuzz.fixture.ts";
import { genuineGroups, type Json } from "./mutate-objects.fixture.ts";
import { readSnapshot } from "./read-snapshot.ts";

/** One text field of a genuine object, known by kind and path, and the objects that stand around it. */
export type TextField = { name: string; objects: Json[]; path: readonly string[] };

/** What long texts are made of: spaces, words that never end, lines, digits, paths, words of Kubernetes' own. */
export const PUMPS = [" ", "a-", "\n", "0", "a.", "/", "a=", "dashboard", "https://", "pass:"];

/** Every text field of every kind that a check looks at, once: those of all cases of all checks and of the demo. */
export function textFields(): TextField[] {
  const found = new Map<string, TextField>();
  for (const objects of genuineGroups())
    for (const [at, object] of objects.entries())
      for (const path of textsIn(object, [])) {
        const name = `${object.kind} ${path.map((step) => (/^\d+$/.test(step) ? "[]" : step)).join(".")}`;
        if (!found.has(name)) found.set(name, { name, objects, path: [String(at), ...path] });
      }
  return [...found.values()];
}

function textsIn(value: Json, path: readonly string[]): string[][] {
  if (typeof value === "string") return [[...path]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

/** Reads and scans the objects with a long text in the place of a field. Answers the longest step in milliseconds of CPU. */
export async function scanLongText(
  { name, objects, path }: TextField,
  text: string,
): Promise<{ milliseconds: number; of: string }> {
  const hostile = structuredClone(objects);
  const holder = path.slice(0, -1).reduce<Json>((at, step) => (at as { [key: string]: Json })[step] as Json, hostile);
  (holder as { [key: string]: Json })[path.at(-1) ?? ""] = text;
  const bytes = Buffer.from(JSON.stringify({ apiVersion: "v1", kind: "List", items: hostile }));
  let longest = { milliseconds: 0, of: "" };
  const note = (milliseconds: number, of: string) => {
    if (milliseconds > longest.milliseconds) longest = { milliseconds, of: `${of}, ${name}` };
  };
  const started = clock();
  const snapshot = await readSnapshot(
    (async function* () {
      yield {
        path: "long.json",
        bytes: (async function* () {
          yield bytes;
        })(),
      };
    })(),
  );
  note(clock() - started, "reading and redacting");
  const thrown: string[] = [];
  const watched = CHECKS.map((check) =>
    watching(check, (milliseconds, resource, error) => {
      note(milliseconds, check.id);
      if (error) thrown.push(`${check.id} threw on ${resource}: ${error.message}`);
    }),
  );
  scan(snapshot, watched);
  if (thrown[0]) throw new Error(thrown[0]);
  return longest;
}

/** A text of this length: pumped, and with an end that keeps a pattern from matching. */
export function longText(pump: string, length: number): string {
  return `${pump.repeat(Math.ceil(length / pump.length))}\u0001`;
}
