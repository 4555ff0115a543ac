import { type Document, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import { parseOnce } from "./parse-yaml.ts";
import type { YamlPart } from "./split-yaml.ts";

/** Fields of one object are asked for one after the other: the last tree is kept, and no more than that. */
let last: { part: YamlPart; tree: Document.Parsed } | null = null;

/**
 * Answers the line (from 1, in the file) of a field path ("spec.containers[0].image") of the object that a part of YAML
 * holds; of the nearest field above where it is absent. Undefined when there is none of them.
 */
export function lineFinder(part: YamlPart): (field: string) => number | undefined {
  return (field) => {
    if (last?.part !== part) last = { part, tree: parseOnce(part.source) };
    const offset = offsetOf(last.tree.contents, stepsOf(field));
    return offset === null ? undefined : part.line + newlinesBefore(part.source, offset);
  };
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
