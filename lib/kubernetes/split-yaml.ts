/** A part of a YAML text that is parsed on its own. */
export type YamlPart = {
  /** From 1. */
  document: number;
  /** From 1, where the source begins. */
  line: number;
  source: string;
};
export type YamlDocument = YamlPart & {
  /** The entries of its `items`, when they are written as a block: kubectl's layout. The source is then without them. */
  items: YamlPart[] | null;
};

const MARK = /^(---|\.\.\.)(\s|$)/;

/** How many marks between documents a text holds. */
export function countMarks(text: string): number {
  return (text.match(/^---/gm) ?? []).length;
}

/**
 * The documents of a YAML text, each with the line of its first word, so that a broken one does not take the others with
 * it. Comments and space alone are no document. By YAML's rules a mark at the start of a line always ends a document.
 */
export function* splitYaml(text: string): Generator<YamlDocument> {
  const lines = text.split("\n");
  let start = 0;
  let document = 1;
  for (let at = 0; at <= lines.length; at++) {
    const line = lines[at];
    if (line !== undefined && !MARK.test(line)) continue;
    const block = lines.slice(start, at);
    const lead = block.findIndex((one) => /^[^#%\s]|^\s+[^#\s]/.test(one));
    if (lead >= 0) yield toDocument(block.slice(lead), document++, start + lead + 1);
    // "--- {kind: …}" carries its document on the line of the mark.
    const behind = line?.slice(3).trim() ?? "";
    const carries = behind !== "" && !behind.startsWith("#");
    if (carries) lines[at] = `   ${line?.slice(3)}`;
    start = carries ? at : at + 1;
  }
}

function toDocument(lines: string[], document: number, line: number): YamlDocument {
  const whole = { document, line, source: lines.join("\n"), items: null };
  const head = lines.findIndex((one) => /^items:\s*(#.*)?$/.test(one));
  if (head < 0) return whole;
  const first = lines.findIndex((one, at) => at > head && isWord(one));
  const indent = /^( *)- /.exec(lines[first] ?? "")?.[1];
  if (first < 0 || indent === undefined) return whole;
  const end = endOfBlock(lines, first, indent.length);
  const starts = lines.flatMap((one, at) => (at >= first && at < end && one.startsWith(`${indent}-`) ? [at] : []));
  const items = starts.map((at, index) => {
    const source = lines.slice(at, starts[index + 1] ?? end);
    // The dash becomes space: what stands beside and below it is one mapping.
    source[0] = (source[0] ?? "").replace("-", " ");
    return { document, line: line + at, source: source.join("\n") };
  });
  return { ...whole, source: [...lines.slice(0, head), "items: []", ...lines.slice(end)].join("\n"), items };
}

/** The first line after `start` that no longer belongs to a block of entries at this indent. */
function endOfBlock(lines: string[], start: number, indent: number): number {
  const end = lines.findIndex((one, at) => {
    if (at <= start || !isWord(one)) return false;
    const own = one.length - one.trimStart().length;
    return own < indent || (own === indent && !one.slice(indent).startsWith("-"));
  });
  return end < 0 ? lines.length : end;
}

function isWord(line: string): boolean {
  return /^\s*[^#\s]/.test(line);
}
