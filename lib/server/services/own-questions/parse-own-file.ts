import "server-only";
import readWorkbook from "read-excel-file/node";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { OwnContentSchema } from "#lib/catalog/own/own-content.ts";
import { fromSheets } from "#lib/catalog/own/own-rows.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { SourceRefused } from "#lib/server/collect/limits.ts";
import { openZip } from "#lib/server/collect/open-zip.ts";

import { sayIssue } from "./say-issue.ts";

/** A workbook of 300 questions unpacks to less than one megabyte. */
const WORKBOOK_LIMITS = { entries: 200, unpackedBytes: 20 * 1024 ** 2, ratio: 200 };
const MOST_TOLD = 20;

/** Own questions from a file of JSON, YAML or XLSX; refused with each place where it does not fit. */
export async function parseOwnFile(fileName: string, content: Uint8Array) {
  const bytes = Buffer.from(content);
  const found = isZip(bytes) ? await fromWorkbook(fileName, bytes) : fromText(bytes);
  const { data, error } = OwnContentSchema.safeParse(found);
  if (error) throw misfit(error.issues, found);
  if (data.questions.length === 0)
    throw refusal("The file holds no question.", "Look at the template for what goes where.");
  return data;
}

const isZip = (bytes: Buffer) => bytes.subarray(0, 2).toString("latin1") === "PK";

async function fromWorkbook(fileName: string, bytes: Buffer): Promise<unknown> {
  try {
    for await (const _ of openZip(bytes, fileName, WORKBOOK_LIMITS)) {
      // Only weighed here: names, sizes and headers have to agree before anything is unpacked.
    }
    const sheets = await readWorkbook(bytes);
    return fromSheets(sheets.map(({ sheet, data }) => ({ name: sheet, rows: data })));
  } catch (error) {
    const why = error instanceof SourceRefused ? error.message : "It is no workbook that Excel writes.";
    throw refusal("This workbook cannot be read.", why);
  }
}

/** JSON is YAML as well. */
function fromText(bytes: Buffer): unknown {
  const text = bytes.toString("utf8");
  if (text.includes("\uFFFD") || text.includes("\u0000"))
    throw refusal("This file is neither text nor a workbook.", "Send JSON, YAML or XLSX.");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const [first] = document.errors;
  if (first) {
    const { line, col } = lines.linePos(first.pos[0]);
    throw refusal("This file cannot be read.", `Line ${line}, column ${col}: ${first.message}.`);
  }
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    throw refusal("This file cannot be read.", "It repeats itself by references; write each question out.");
  }
}

function misfit(issues: readonly z.core.$ZodIssue[], found: unknown): Refusal {
  const told = issues.slice(0, MOST_TOLD).map((issue) => `${placeOf(issue.path, found)}: ${sayIssue(issue)}`);
  const more = issues.length - told.length;
  const file = [...told, ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
  return new Refusal("invalid-input", "The file does not fit.", {
    detail: `Nothing was stored.\n${file}`,
    fields: { file },
  });
}

/** "questions 2 (chaos-drills), levels 4". */
function placeOf(path: readonly PropertyKey[], found: unknown): string {
  const [list, at, ...rest] = path.map(String);
  if (list === undefined) return "the file";
  if (at === undefined) return list;
  const rows = (found as Record<string, unknown>)[list];
  const row = Array.isArray(rows) ? rows[Number(at)] : null;
  const id = row && typeof row === "object" && typeof row.id === "string" ? ` (${row.id.slice(0, 50)})` : "";
  return [`${list} ${Number(at) + 1}${id}`, rest.join(" ")].filter(Boolean).join(", ");
}

function refusal(message: string, detail: string): Refusal {
  return new Refusal("invalid-input", message, { detail: `Nothing was stored. ${detail}`, fields: { file: detail } });
}
