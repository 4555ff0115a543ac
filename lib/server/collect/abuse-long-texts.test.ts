import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { describe, expect, test } from "vitest";
import { longText, PUMPS, scanLongText, textFields } from "./long-texts.fixture.ts";

const MEGABYTE = 1_000_000;

describe("E12 texts of 1 MB", () => {
  const fields = textFields();

  test.each(PUMPS)(
    "of %j go through every check as label, annotation, image and name of an environment",
    async (pump) => {
      const attacked = fields.filter(({ name }) => /labels\.|annotations\.|\.image$|\.env\.\[\]\.name$/.test(name));
      const ofEachKind = [
        ...Map.groupBy(attacked, ({ name }) => name.replace(/(labels|annotations)\..*/, "$1")).values(),
      ];
      for (const [field] of ofEachKind) if (field) await scanLongText(field, longText(pump, MEGABYTE));
      expect(ofEachKind.length).toBeGreaterThan(40);
    },
  );

  // How long each takes is the benchmark's to tell. A pattern that backtracks takes hours on such a text, not milliseconds:
  // that is stopped after seconds, and fails.
  test("go through every pattern that reading and checks are made of in linear time", { timeout: 300_000 }, () => {
    const patterns = ["lib/kubernetes", "lib/checks", "lib/server/collect"].flatMap(patternsIn);
    const slow = patterns.filter((pattern) => isSlow(pattern));
    console.log(`patterns: ${patterns.length}`);
    expect(patterns.length).toBeGreaterThan(350);
    expect(slow.map(({ pattern, file }) => `${pattern} in ${file}`)).toEqual([]);
  });

  test("the search for slow patterns finds one", () => {
    for (const pattern of [/\s+$/, /(a+)+$/, /^(\d+\.?\d*)$/, /\{\{.*\}\}/])
      expect([pattern, isSlow({ pattern, file: "", longest: MEGABYTE }, 300)]).toEqual([pattern, true]);
    expect(isSlow({ pattern: /^a+$/, file: "", longest: MEGABYTE })).toBe(false);
  });
});

/** Patterns that only ever see a text up to a length, which the code around them keeps. */
const KEPT_SHORT: [file: string, start: string, longest: number][] = [
  ["lib/kubernetes/read-json.ts", "/\\B(?=", 16],
  ["lib/kubernetes/yaml-lines.ts", "/\\[", 4_096],
  ["lib/kubernetes/redaction.ts", "/(file|path|dir|name|", 300],
  ["lib/checks/reading/sensitive-interface.ts", "/(^|", 1_024],
  ["lib/checks/reliability/critical-workload-without-priority.ts", "/(^|", 1_024],
];

type Pattern = { pattern: RegExp; file: string; longest: number };

/** A slash where a value may begin, up to the next one that no bracket or backslash takes. */
const LITERAL =
  /(?<=[=(:,[!&|?{;}\n]\s*|return\s+|=>\s*)\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuvy]*/g;

function patternsIn(room: string): Pattern[] {
  const files = readdirSync(room, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return files.flatMap((file) =>
    [
      ...readFileSync(file, "utf8")
        .replace(/^\s*(\/\/|\*|\/\*).*$/gm, "")
        .matchAll(LITERAL),
    ].map(([literal]) => {
      const end = literal.lastIndexOf("/");
      const kept = KEPT_SHORT.find(([of, start]) => of === file && literal.startsWith(start));
      const pattern = new RegExp(literal.slice(1, end), literal.slice(end + 1));
      return { pattern, file, longest: kept?.[2] ?? MEGABYTE };
    }),
  );
}

const FEW = 3;
const SHORT = 2_000;

/** Of texts made of the pattern's own characters and words, those that cost it most; null when one costs far too much. */
function worstTexts({ pattern, longest }: Pattern): string[] | null {
  const plain = pattern.source.replace(/\\[sdwbBpPSDWnrt]/g, " ").replace(/\\(.)/g, "$1");
  const pumps = new Set([...PUMPS, ..."a0-_. :={([\"'@,+*", "a:a@", "1.", "--a ", " \n", ...plain]);
  for (const [word] of plain.matchAll(/[A-Za-z][A-Za-z0-9-]+/g)) pumps.add(word);
  const costs: { pump: string; cost: number }[] = [];
  const isDone = isDoneInTime(1_000, () => {
    for (const pump of pumps) {
      const text = longText(pump, Math.min(SHORT, longest));
      const started = performance.now();
      run(pattern, text);
      costs.push({ pump, cost: performance.now() - started });
    }
  });
  const sorted = costs.sort((a, b) => b.cost - a.cost).slice(0, FEW);
  return isDone ? sorted.map(({ pump }) => pump) : null;
}

function isSlow(pattern: Pattern, timeout = 5_000): boolean {
  const pumps = worstTexts(pattern);
  if (pumps === null) return true;
  return !isDoneInTime(timeout, () => {
    for (const pump of pumps) run(pattern.pattern, longText(pump, pattern.longest));
  });
}

function run(pattern: RegExp, text: string): void {
  pattern.lastIndex = 0;
  if (pattern.global) text.replace(pattern, "");
  else pattern.exec(text);
}

const CONTEXT = vm.createContext({ run: () => undefined });

/** Runs it for no longer than so many milliseconds, also within a pattern. */
function isDoneInTime(timeout: number, task: () => void): boolean {
  try {
    CONTEXT.run = task;
    vm.runInContext("run()", CONTEXT, { timeout });
    return true;
  } catch {
    return false;
  }
}
