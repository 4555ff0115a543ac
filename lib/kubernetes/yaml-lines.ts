import { isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import { type Places, readBlockYaml } from "./block-yaml.ts";
import { parseOnce } from "./parse-yaml.ts";
import type { YamlPart } from "./split-yaml.ts";

type Finder = (steps: readonly string[]) => number | undefined;

/** Fields of one object are asked for one after the other: the last tree is kept, and no more than that. */
let last: { part: YamlPart; find: Finder } | null = null;

/**
 * Answers the line (from 1, in the file) of a field path ("spec.containers[0].image") of the object that a part of YAML
 * holds; of the nearest field above where it is absent. Undefined when there is none of them.
 */
export function lineFinder(part: YamlPart): (field: string) => number | undefined {
  return (field) => {
    if (last?.part !== part) last = { part, find: linesOf(part.source) };
    const line = last.find(stepsOf(field));
    return line === undefined ? undefined : part.line + line;
  };
}

function linesOf(source: string): Finder {
  const places: Places = new Map();
  const plain = readBlockYaml(source, places);
  if (plain) return (steps) => placeOf(plain.value, places, steps);
  const tree = parseOnce(source);
  return (steps) => {
    const offset = offsetOf(tree.contents, steps);
    return offset === null ? undefined : newlinesBefore(source, offset);
  };
}

function placeOf(value: unknown, places: Places, steps: readonly string[]): number | undefined {
  let at = value;
  let line: number | undefined;
  for (const step of steps) {
    if (at === null || typeof at !== "object" || !Object.hasOwn(at, step)) break;
    line = places.get(at)?.(step) ?? line;
    at = (at as Record<string, unknown>)[step];
  }
  return line;
}

/** A key may be as long as anybody likes; what lies deeper is not looked for. */
const LONGEST_FIELD = 4_096;

/** `metadata.annotations["a.b/c"]`, `spec.containers[0].image` -> its steps. */
function stepsOf(field: string): string[] {
  return [...field.slice(0, LONGEST_FIELD).matchAll(/\["([^"]*)"\]|\['([^']*)'\]|\[([^\]]*)\]|([^.[\]]+)/g)].map(
    ([, double, single, index, name]) => double ?? single ?? index ?? name ?? "",
  );
}

function offsetOf(contents: Node | null, steps: readonly string[]): number | null {
  let node: Node | null = contents;
  let offset: number | null = null;
  for (const step of steps) {
    const found: Step | null = stepInto(node, step);
    if (!found) break;
    offset = found.offset;
    node = found.node;
  }
  return offset;
}

type Step = { offset: number | null; node: Node | null };

function stepInto(node: Node | null, step: string): Step | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step) as
      | Pair<Node, Node | null>
      | undefined;
    return pair ? { offset: pair.key.range?.[0] ?? null, node: pair.value } : null;
  }
  if (!isSeq(node)) return null;
  const item = node.items[Number(step)] as Node | undefined;
  return item ? { offset: item.range?.[0] ?? null, node: item } : null;
}

function newlinesBefore(text: string, position: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < position; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
