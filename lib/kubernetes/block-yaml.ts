import { type FlowCursor, flowValue } from "./flow-yaml.ts";
import { plainScalar } from "./plain-scalar.ts";

/** Answers the line (from 0) of a field or entry, by the mapping or list that holds it. */
export type Places = Map<object, (step: string) => number | undefined>;

const DEEPEST = 100;
const LONGEST_KEY = 500;
/** Keys that are texts without quotes, and cannot be taken for anything else. */
const KEY = /^[A-Za-z_./$0-9][\w./$~+-]*$/;

/** What only a whole YAML parser reads. */
class Beyond extends Error {}

/**
 * Reads one YAML document as people and tools write manifests: blocks of mappings and lists, words and quoted texts on one
 * line, literal texts, brackets on one line. Several times as fast as a whole parser. Null for everything else (anchors,
 * tags, merges, texts over several lines, doubled keys, whatever is wrong): then a whole parser has to look, which would say
 * the same of what is read here. `places` is filled where it is given.
 */
export function readBlockYaml(source: string, places: Places | null = null): { value: unknown } | null {
  try {
    return { value: new BlockReader(source, places).read() };
  } catch (error) {
    if (error instanceof Beyond) return null;
    throw error;
  }
}

class BlockReader {
  private readonly lines: string[];
  private readonly places: Places | null;
  private at = 0;

  constructor(source: string, places: Places | null) {
    this.lines = source.split("\n");
    this.places = places;
  }

  read(): unknown {
    const indent = this.nextIndent();
    if (indent < 0) throw new Beyond();
    const value = this.block(indent, 0);
    if (this.nextIndent() >= 0) throw new Beyond();
    return value;
  }

  /** Goes to the next line that says something, and answers where it begins; -1 at the end. */
  private nextIndent(): number {
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at] as string;
      let indent = 0;
      while (line.charCodeAt(indent) === 32) indent++;
      if (indent === line.length) continue;
      const first = line.charCodeAt(indent);
      if (first === 35) continue;
      if (first === 9 || first === 13 || (indent === 0 && /^(?:---|\.\.\.|%)/.test(line))) throw new Beyond();
      return indent;
    }
    return -1;
  }

  private block(indent: number, depth: number): unknown {
    if (depth > DEEPEST) throw new Beyond();
    return isEntry(this.lines[this.at] as string, indent) ? this.list(indent, depth) : this.mapping(indent, depth);
  }

  private list(indent: number, depth: number): unknown[] {
    const values: unknown[] = [];
    const places: number[] = [];
    this.places?.set(values, (step) => places[Number(step)]);
    while (this.nextIndent() === indent && isEntry(this.lines[this.at] as string, indent)) {
      const line = this.lines[this.at] as string;
      let start = indent + 1;
      while (line.charCodeAt(start) === 32) start++;
      places.push(this.at);
      if (start >= line.length || line[start] === "#") {
        this.at++;
        const inner = this.nextIndent();
        places[places.length - 1] = inner > indent ? this.at : (places.at(-1) ?? 0);
        values.push(inner > indent ? this.block(inner, depth + 1) : null);
      } else if (isEntry(line, start) || keyEnd(line, start) >= 0) {
        // What stands behind the dash is a block of its own, whose further lines begin below its first word.
        this.lines[this.at] = " ".repeat(start) + line.slice(start);
        values.push(this.block(start, depth + 1));
      } else values.push(this.scalar(line, start, indent));
    }
    return values;
  }

  private mapping(indent: number, depth: number): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    const places = new Map<string, number>();
    this.places?.set(fields, (step) => places.get(step));
    while (this.nextIndent() === indent) {
      const line = this.lines[this.at] as string;
      const end = keyEnd(line, indent);
      if (end < 0 || isEntry(line, indent)) throw new Beyond();
      const key = keyOf(line.slice(indent, end));
      if (key in fields) throw new Beyond();
      places.set(key, this.at);
      fields[key] = this.fieldValue(line, end + 1, indent, depth);
    }
    if (this.nextIndent() > indent) throw new Beyond();
    return fields;
  }

  private fieldValue(line: string, behind: number, indent: number, depth: number): unknown {
    let start = behind;
    while (line.charCodeAt(start) === 32) start++;
    if (start < line.length && !(line[start] === "#" && start > behind)) {
      if (isEntry(line, start)) throw new Beyond();
      return this.scalar(line, start, indent);
    }
    this.at++;
    const inner = this.nextIndent();
    if (inner > indent) return this.block(inner, depth + 1);
    // A list may begin below its key.
    return inner === indent && isEntry(this.lines[this.at] as string, indent) ? this.list(indent, depth + 1) : null;
  }

  /** A value that begins on this line, of a field or entry that begins at `indent`. */
  private scalar(line: string, start: number, indent: number): unknown {
    const first = line[start] as string;
    if (first === "|") return this.literal(line.slice(start), indent);
    const here = this.at;
    const value = /["'[{]/.test(first) ? this.flow(line, start) : wordsOf(line, start);
    this.at = here + 1;
    // Text that goes on in the next line.
    if (this.nextIndent() > indent) throw new Beyond();
    return value;
  }

  private flow(line: string, start: number): unknown {
    const here = this.at;
    // All that stands in brackets stands on this line.
    const onPart = (part: object) => this.places?.set(part, () => here);
    const cursor: FlowCursor = { text: line, at: start, beyond: line.includes("\t"), onPart };
    const value = flowValue(cursor);
    const rest = line.slice(cursor.at);
    if (cursor.beyond || !/^(?: *$| +#)/.test(rest)) throw new Beyond();
    return value;
  }

  private literal(header: string, indent: number): string {
    const chomps = /^\|(-?) *(?: #.*)?$/.exec(header);
    if (!chomps) throw new Beyond();
    const lines: string[] = [];
    let width = -1;
    for (this.at++; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at] as string;
      const own = /^ */.exec(line)?.[0].length ?? 0;
      if (own === line.length) {
        // Before the first word the width is not known yet.
        if (width < 0 && own > 0) throw new Beyond();
        lines.push(width < 0 ? "" : line.slice(width));
        continue;
      }
      if (width < 0) width = own;
      if (own < width || own <= indent) break;
      lines.push(line.slice(width));
    }
    if (width <= indent) throw new Beyond();
    while (lines.length > 0 && lines.at(-1) === "") lines.pop();
    if (/^ +$/.test(lines.at(-1) ?? "")) throw new Beyond();
    return `${lines.join("\n")}${chomps[1] === "" ? "\n" : ""}`;
  }
}

/** Whether an entry of a list begins here: a dash, and space or nothing behind it. */
function isEntry(line: string, at: number): boolean {
  return line.charCodeAt(at) === 45 && (at + 1 >= line.length || line.charCodeAt(at + 1) === 32);
}

/** Where the colon behind a key stands; -1 where there is none. */
function keyEnd(line: string, start: number): number {
  const first = line[start];
  if (first === '"' || first === "'") {
    const close = line.indexOf(first, start + 1);
    return close > 0 && isColon(line, close + 1) ? close + 1 : -1;
  }
  if (first === "[" || first === "{") return -1;
  for (let at = line.indexOf(":", start); at >= 0; at = line.indexOf(":", at + 1))
    if (isColon(line, at)) {
      const comment = line.indexOf(" #", start);
      return comment >= 0 && comment < at ? -1 : at;
    }
  return -1;
}

function isColon(line: string, at: number): boolean {
  return line.charCodeAt(at) === 58 && (at + 1 >= line.length || line.charCodeAt(at + 1) === 32);
}

function keyOf(text: string): string {
  if (text.length > LONGEST_KEY || text.includes("\t")) throw new Beyond();
  const quoted = /^"([^"\\]*)"$|^'([^']*)'$/.exec(text);
  if (quoted) return quoted[1] ?? quoted[2] ?? "";
  if (!KEY.test(text) || plainScalar(text) !== text) throw new Beyond();
  return text;
}

/** Words without quotes up to the end of the line or a comment. */
function wordsOf(line: string, start: number): unknown {
  const comment = line.indexOf(" #", start);
  const words = line.slice(start, comment < 0 ? undefined : comment).trimEnd();
  if (/^[,[\]{}#&*!|>'"%@`]|^[-?:](?: |$)|: |:$|\t|\r/.test(words)) throw new Beyond();
  return plainScalar(words);
}
