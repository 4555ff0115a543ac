/** npm run verify-log -- …: whether an assessment's log is as it was written. What it prints and returns: docs/commands.md. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { isAbsolute, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { digestOf } from "#lib/server/services/workflow/digest-of.ts";
import type { LogEntry } from "#lib/workflow/log-entry.ts";
import { verifyLog } from "#lib/workflow/verify-log.ts";
import { readVerifyArguments, USAGE } from "./verify-log/arguments.ts";
import { readDatabase, type StoredLog } from "./verify-log/read-database.ts";
import { readLines } from "./verify-log/read-lines.ts";

const options = readVerifyArguments(process.argv.slice(2));
if ("wrong" in options) refuse(`${options.wrong}\n\n${USAGE}`);
const { entries, bad, signed } = await load(options);
const anchor = options.anchor ?? signed?.anchor ?? null;
const verdict = verifyLog(entries, digestOf, bad ? null : anchor);
const faults = [
  ...(verdict.ok ? [] : [`row ${verdict.row} ${verdict.says}`]),
  ...(bad && verdict.ok ? [`row ${bad.row} ${bad.says}`] : []),
];
if (faults.length === 0) faults.push(...(await documentFaults(entries, signed)));
if (faults.length > 0) {
  process.stdout.write(`${faults.join("\n")}\n`);
  process.exitCode = 1;
} else if (verdict.ok) {
  const { count, hash } = verdict.end;
  process.stdout.write(`${count} ${count === 1 ? "entry" : "entries"}, all as written; ends at ${count}:${hash}\n`);
  if (!anchor)
    process.stderr.write("That nothing is missing at the end shows only with --anchor, from a signed report.\n");
}

type Loaded = { entries: LogEntry[]; bad: { row: number; says: string } | null; signed: StoredLog["signed"] };

async function load({ from, anchor }: Exclude<typeof options, { wrong: string }>): Promise<Loaded> {
  if ("path" in from) {
    const content = (await readText(from.path)).toString("utf8");
    if (content.trim() === "" && anchor) return { entries: [], bad: null, signed: null };
    const read = readLines(content);
    if (read === "nothing" || (read.entries.length === 0 && !read.bad)) refuse(`${from.path} holds no log`);
    return { ...read, signed: null };
  }
  try {
    const stored = await readDatabase(from.assessment, from.organization);
    if (stored) return { ...stored, bad: null };
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
  }
  refuse(
    from.organization
      ? "there is no such assessment in this organization"
      : "there is no such assessment, or this database role sees none: name its organization by --organization ID, as each entry of the log does",
  );
}

/** Whether what was signed is what the log says was signed. */
async function documentFaults(log: readonly LogEntry[], stored: StoredLog["signed"]): Promise<string[]> {
  const path = "document" in options ? options.document : null;
  const named = log.findLast(({ kind }) => kind === "assessment.signed")?.details.digest;
  const documents = [
    ...(stored ? [{ name: "the stored document", bytes: Buffer.from(stored.document) }] : []),
    ...(path ? [{ name: path, bytes: await readText(path) }] : []),
  ];
  return documents.flatMap(({ name, bytes }) =>
    named === createHash("sha256").update(bytes).digest("hex")
      ? []
      : [`${name} is not what was signed: the log ${named ? `names ${named}` : "names no signature"}`],
  );
}

async function readText(path: string): Promise<Buffer> {
  try {
    if (path === "-") return Buffer.from(await text(process.stdin));
    return await readFile(isAbsolute(path) ? path : resolve(process.env.INIT_CWD ?? process.cwd(), path));
  } catch (error) {
    refuse(
      `${path === "-" ? "standard input" : path} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}
