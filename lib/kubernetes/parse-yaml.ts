import { type Document, type ErrorCode, parseDocument, type ScalarTag } from "yaml";
import { readBlockYaml } from "./block-yaml.ts";

export type ParsedYaml = { value: unknown } | { error: string; line: number };

/** Kubernetes takes 3 MiB at most. */
const LARGEST = 4 * 1024 * 1024;
/** An honest manifest repeats itself a handful of times. */
const MOST_ALIASES = 1_000;
/** Aliases times characters: merging takes that long at worst. */
const MOST_REPEATED = 20_000_000;
/** What aliases may unfold to, in nodes. */
const MOST_NODES = 1_000_000;

/** Brackets that are open at once. Those in texts count too: no honest text leaves as many open. */
const DEEPEST = 2_000;

const IN_WORDS: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: "an alias points to nothing",
  BAD_INDENT: "a line is indented wrongly",
  BAD_SCALAR_START: "a value begins with a character that must be quoted",
  BLOCK_AS_IMPLICIT_KEY: "two keys stand on one line",
  RESOURCE_EXHAUSTION: "it nests deeper than any manifest",
  MISSING_CHAR: "a bracket, quote, colon or comma is missing",
  TAB_AS_INDENT: "a line is indented with a tab",
  UNEXPECTED_TOKEN: "there is something that does not belong there",
};

/**
 * Parses one YAML document as data alone: no tags that build anything, last of doubled keys, `<<` merged. Refuses aliases
 * that unfold to more than any manifest holds. The answer never quotes the text, which may hold a secret.
 */
export function parseYaml(source: string): ParsedYaml {
  if (source.length > LARGEST)
    return { error: `it is larger than any object of Kubernetes (${LARGEST / 1024 / 1024} MiB)`, line: 0 };
  const plain = readBlockYaml(source);
  if (plain) return plain;
  if (deepestBrackets(source) > DEEPEST) return { error: "it nests deeper than any manifest", line: 0 };
  const hasAliases = hasAnchors(source);
  const aliases = hasAliases ? countAliases(source) : 0;
  if (aliases > MOST_ALIASES || aliases * source.length > MOST_REPEATED)
    return { error: "it repeats itself by more aliases than any manifest has", line: 0 };
  try {
    const parsed = parseOnce(source);
    const error = parsed.errors[0] ?? parsed.warnings.find(({ code }) => code === "TAG_RESOLVE_FAILED");
    if (error) return { error: inWords(error.code, source), line: linesBefore(source, error.pos[0]) };
    const value: unknown = parsed.toJS({ maxAliasCount: hasAliases ? MOST_ALIASES : -1 });
    if (hasAliases && nodesOf(value, MOST_NODES) <= 0)
      return { error: "its aliases unfold to more than any manifest holds", line: 0 };
    return { value };
  } catch (error) {
    const isAlias = error instanceof Error && /alias/i.test(error.message);
    return { error: isAlias ? "its aliases unfold to more than any manifest holds" : "it is not valid YAML", line: 0 };
  }
}

/** kubectl reads YAML 1.1, in which these words are no texts: `hostNetwork: yes` is on. */
const YES_OR_NO: ScalarTag = {
  tag: "tag:yaml.org,2002:bool",
  default: true,
  test: /^(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/,
  resolve: (text) => /^(y|on)/i.test(text),
};

/** The document as a tree with positions; errors and warnings are kept in it. */
export function parseOnce(source: string): Document.Parsed {
  return parseDocument(source, {
    merge: true,
    strict: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
    schema: "core",
    // Sets, ordered maps and dates are slow to build and in no manifest.
    resolveKnownTags: false,
    customTags: (tags) => [YES_OR_NO, ...tags],
  });
}

function inWords(code: ErrorCode, source: string): string {
  if (code === "TAG_RESOLVE_FAILED") return "it has a YAML tag of its own, which no manifest has";
  if (holdsTemplate(source)) return "it is a template that has not been filled in; scan what helm template prints";
  const words = IN_WORDS[code];
  return words ? `it is not valid YAML: ${words}` : "it is not valid YAML";
}

/** Whether a line holds "{{ … }}". Procedural: an expression for it takes quadratic time. */
function holdsTemplate(source: string): boolean {
  for (let at = source.indexOf("{{"); at >= 0; at = source.indexOf("{{", at)) {
    const end = source.indexOf("\n", at);
    const line = source.slice(at, end < 0 ? source.length : end);
    if (line.includes("}}")) return true;
    at += line.length;
  }
  return false;
}

function deepestBrackets(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth);
    else if ((code === 93 || code === 125) && depth > 0) depth--;
  }
  return deepest;
}

/** How many nodes of the budget are left when aliases are counted each time; 0 when it did not suffice. */
function nodesOf(value: unknown, budget: number): number {
  if (budget <= 0 || value === null || typeof value !== "object") return budget - 1;
  let left = budget - 1;
  for (const child of Object.values(value)) {
    left = nodesOf(child, left);
    if (left <= 0) return 0;
  }
  return left;
}

/** Whether a text may name a value for later use (`&name`). */
export function hasAnchors(source: string): boolean {
  return /(^|[\s[,{])&[^\s&]/.test(source);
}

function countAliases(source: string): number {
  return (source.match(/(?:^|[\s[,{:-])\*[^\s*,\]}]/g) ?? []).length;
}

function linesBefore(text: string, position: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < position; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
