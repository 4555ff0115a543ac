import { parseArgs } from "node:util";
import type { Anchor } from "#lib/workflow/log-entry.ts";

export const USAGE = `usage: npm run --silent verify-log -- [--anchor COUNT:HASH] [--document SIGNED.json] LOG.jsonl | -
       npm run --silent verify-log -- [--anchor COUNT:HASH] [--document SIGNED.json] --assessment ID [--organization ID]`;

export type VerifyOptions = {
  from: { path: string } | { assessment: string; organization: string | null };
  anchor: Anchor | null;
  /** Path of a signed document whose digest the log must name. */
  document: string | null;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The options, or one sentence about what is wrong with them. */
export function readVerifyArguments(words: string[]): VerifyOptions | { wrong: string } {
  try {
    const text = { type: "string" } as const;
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { anchor: text, document: text, assessment: text, organization: text },
    });
    const anchor = values.anchor === undefined ? null : readAnchor(values.anchor);
    if (anchor === undefined)
      return { wrong: `--anchor ${values.anchor} is not COUNT:HASH, as it stands in a signed report` };
    const [path] = positionals;
    const { assessment, organization = null, document = null } = values;
    if (assessment === undefined) {
      if (path === undefined || positionals.length > 1 || organization !== null)
        return { wrong: "name one exported log, - for standard input, or an assessment by --assessment ID" };
      return { from: { path }, anchor, document };
    }
    if (path !== undefined) return { wrong: "name an exported log or an assessment, not both" };
    for (const [name, id] of Object.entries({ assessment, organization }))
      if (id !== null && !UUID.test(id)) return { wrong: `--${name} ${id} is not an id` };
    return { from: { assessment: assessment.toLowerCase(), organization }, anchor, document };
  } catch (error) {
    return { wrong: error instanceof Error ? (error.message.split(". ")[0] ?? error.message) : String(error) };
  }
}

function readAnchor(text: string): Anchor | undefined {
  const [, count, hash] = /^(\d{1,9}):([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  return count && hash ? { count: Number(count), hash: hash.toLowerCase() } : undefined;
}
