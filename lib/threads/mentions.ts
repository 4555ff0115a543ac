/** A mention as it is stored: "@[id]", so that it survives a change of name. */
const MENTION = /@\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]/gi;

export type TextPart = { text: string } | { member: string; name: string };

/** Ids of the members whom a stored text mentions, each once, in the order of their first mention. */
export function mentionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(MENTION)].map(([, id = ""]) => id.toLowerCase()))];
}

/** A stored text as it is shown: plain text and names. An id without a name is shown as it stands. */
export function partsOf(text: string, names: ReadonlyMap<string, string>): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(MENTION)) {
    const member = (match[1] ?? "").toLowerCase();
    const name = names.get(member);
    if (name === undefined) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ member, name });
    end = match.index + match[0].length;
  }
  return end < text.length ? [...parts, { text: text.slice(end) }] : parts;
}

/** The parts as one text without marks, for places that show no more than words. */
export function plainText(parts: readonly TextPart[]): string {
  return parts.map((part) => ("text" in part ? part.text : `@${part.name}`)).join("");
}
