import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isMap, isScalar, isSeq, type Node, type Pair, stringify } from "yaml";
import { type Places, readBlockYaml } from "./block-yaml.ts";
import { parseOnce } from "./parse-yaml.ts";
import { splitYaml } from "./split-yaml.ts";

/** What the whole parser says; null where it finds something wrong. */
function whole(source: string): { value: unknown } | null {
  const parsed = parseOnce(source);
  return parsed.errors.length > 0 || parsed.warnings.length > 0 ? null : { value: parsed.toJS() };
}

/** Line of every field by the whole parser: "/spec/containers/0" -> 12. */
function linesByTree(source: string): Map<string, number> {
  const lines = new Map<string, number>();
  const lineAt = (offset: number) => source.slice(0, offset).split("\n").length - 1;
  const visit = (node: Node | null, path: string) => {
    if (isMap(node))
      for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
        const inner = `${path}/${isScalar(key) ? String(key.value) : ""}`;
        lines.set(inner, lineAt(key.range?.[0] ?? 0));
        visit(value, inner);
      }
    if (isSeq(node))
      (node.items as Node[]).forEach((item, at) => {
        if (!isScalar(item) || item.value !== null) lines.set(`${path}/${at}`, lineAt(item.range?.[0] ?? 0));
        visit(item, `${path}/${at}`);
      });
  };
  visit(parseOnce(source).contents, "");
  return lines;
}

function linesByPlaces(value: unknown, places: Places): Map<string, number> {
  const lines = new Map<string, number>();
  const visit = (at: unknown, path: string) => {
    if (at === null || typeof at !== "object") return;
    for (const [step, inner] of Object.entries(at)) {
      const line = places.get(at)?.(step);
      if (line !== undefined && (inner !== null || !Array.isArray(at))) lines.set(`${path}/${step}`, line);
      visit(inner, `${path}/${step}`);
    }
  };
  visit(value, "");
  return lines;
}

/** Agrees with the whole parser, in values and lines, or leaves it the work. Answers whether it read the text. */
function agrees(source: string): boolean {
  const places: Places = new Map();
  const read = readBlockYaml(source, places);
  if (read === null) return false;
  expect({ source, ...read }).toEqual({ source, ...whole(source) });
  expect(Object.fromEntries(linesByPlaces(read.value, places))).toEqual(Object.fromEntries(linesByTree(source)));
  return true;
}

describe("is read as by a whole parser", () => {
  test.each([
    [
      "a manifest",
      "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n  - name: a\n    image: x:1\n",
    ],
    [
      "lists in lists, and an entry below its dash",
      "a:\n  - - 1\n    - 2\n  -\n    b: c\n  - # said later\n    d: e\n  -\n",
    ],
    [
      "words that mean something",
      "a: [yes, No, 012, 0x1F, 1e3, .5, ~, null, True, 'on', 1.0, -3, +4, 0o17]\nb: y\nc: 1_000\n",
    ],
    ["comments everywhere", "# one\na: 1 # two\n# three\nb: #four\n  # five\n  c: 'x # y' # six\n"],
    ["texts in quotes", `a: "x: \\"y\\" \\n # z"\nb: 'it''s'\n"c d": "e"\n'f': ''\n`],
    ["literal texts", "a: |\n  x\n\n    y\n  z\n\nb: |-\n  # no comment\n  w\n\nc:\n- |\n  1\n- d: |\n    2\n"],
    ["brackets on a line", 'a: {b: {c: [1, "2", {d: e f}]}, g: []} # h\nargs: ["--x=1,2", -y, a:b]\n'],
    ["an entry of a list that was cut out", "  kind: Pod\n  metadata:\n    name: web\n"],
    ["nothing behind a key", "a:\nb:\n  c:\nd: ~\n"],
    ["addresses and times", "a: http://x:80/y#z\nb: 2026-11-23\nc: 10:30\nd: x:y\ne: -z\n"],
    ["a literal text without an end of line", "a: |\n  x"],
  ])("%s", (_, source) => {
    expect(agrees(source)).toBe(true);
  });

  test.each([
    ["anchors", "a: &x 1\nb: *x\n"],
    ["tags", "a: !!str 1\n"],
    ["merges", "a: {b: 1}\n<<: {c: 2}\n"],
    ["texts over several lines", 'a: x\n  y\nb: "c\n  d"\n'],
    ["folded texts", "a: >\n  x\n  y\n"],
    ["doubled keys", "a: 1\na: 2\n"],
    ["keys that reach into JavaScript", "__proto__: {a: 1}\n"],
    ["tabs", "a:\tb\n"],
    ["a line that is indented wrongly", "a:\n    b: 1\n  c: 2\n"],
    ["a key without a colon", "a: 1\nb\n"],
    ["a word alone", "web\n"],
    ["a bracket that ends elsewhere", "a: [1,\n  2]\n"],
  ])("leaves %s to it", (_, source) => {
    expect(readBlockYaml(source)).toBeNull();
  });

  const word = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      "yes",
      "no",
      "null",
      "1",
      "0x1f",
      "- a",
      "a: b",
      "a #b",
      "",
      " ",
      "x\ny\n",
      "x\n\n",
      "#",
      "'",
      '"',
      "{a}",
      "[",
      "~",
      "1e5",
      ".",
    ),
  );
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      word,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.array(tie("node"), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.stringMatching(/^[a-z./-]{1,8}$/), word), tie("node"), { maxKeys: 4 }),
    ),
  })).node;

  test("whatever a writer of YAML makes of any value", () => {
    let read = 0;
    fc.assert(
      fc.property(
        value,
        fc.constantFrom(2, 3),
        fc.boolean(),
        fc.constantFrom(0, 20, 80),
        (data, indent, indentSeq, lineWidth) => {
          if (agrees(stringify(data, { indent, indentSeq, lineWidth }))) read++;
        },
      ),
      { numRuns: 3_000, seed: 20_261_123 },
    );
    expect(read).toBeGreaterThan(300);
  });

  test("also when somebody has typed into it", () => {
    const typed = fc.tuple(
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.constantFrom(..." \n-:#'\"[]{},|>&*!%~\tax1".split(""), "  ", "\n  ", ": ", "- ", " #", "''"),
        ),
        { minLength: 1, maxLength: 3 },
      ),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), value, { minKeys: 1, maxKeys: 4 }),
    );
    let read = 0;
    fc.assert(
      fc.property(typed, ([edits, data]) => {
        let source = stringify(data);
        for (const [at, text] of edits) {
          const place = at % (source.length + 1);
          source = source.slice(0, place) + text + source.slice(place);
        }
        for (const part of splitYaml(source)) if (agrees(part.source)) read++;
      }),
      { numRuns: 6_000, seed: 20_261_123 },
    );
    expect(read).toBeGreaterThan(300);
  });
});

const CORPORA = process.env.CHARTROOM_CORPORA ?? "../shared/corpora";

test.skipIf(!existsSync(CORPORA))(
  "real manifests are read as by a whole parser (skipped where the corpora are absent)",
  () => {
    let read = 0;
    let all = 0;
    for (const entry of readdirSync(CORPORA, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.ya?ml$/.test(entry.name)) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), "utf8").replaceAll("\r\n", "\n");
      for (const { source, items } of splitYaml(text))
        for (const part of [source, ...(items ?? []).map((item) => item.source)]) {
          all++;
          if (agrees(part)) read++;
        }
    }
    console.log(`${read} of ${all} real YAML documents are read line by line`);
    expect(read / all).toBeGreaterThan(0.8);
  },
);
