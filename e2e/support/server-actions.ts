import { readFileSync } from "node:fs";
import { type Answer, post } from "./wire.ts";

/** Server actions of the build, called as React calls them, without a page. */
type Manifest = { node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }> };

export type BuiltAction = { id: string; file: string; name: string; pages: string[] };

export function builtActions(): BuiltAction[] {
  const { node }: Manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => ({
    id,
    file: filename,
    name: exportedName,
    pages: Object.keys(workers),
  }));
}

export function actionId(name: string): string {
  const found = builtActions().find((action) => action.name === name);
  if (!found) throw new Error(`the build has no action ${name}`);
  return found.id;
}

/** What a form sends. */
export type Fields = {
  fields: Record<string, string | string[]>;
  /** Files by the name of their field. */
  files?: Record<string, { fileName: string; text: string }>;
};
export type Argument = unknown | Fields;

export type Outcome =
  | { ok: true; value: unknown }
  | { ok: false; code: string; message: string; detail: string; fields: Record<string, string>; current: unknown };

/** Calls an action at a page that carries it; `outcome` is null when the answer was none of an action. */
export async function callAction(call: {
  name: string;
  at: string;
  args: Argument[];
  cookie?: string;
  headers?: Record<string, string>;
  from?: string;
}): Promise<Answer & { outcome: Outcome | null }> {
  const { body, contentType } = encode(call.args);
  const answer = await post({
    path: call.at,
    body,
    cookie: call.cookie,
    from: call.from,
    headers: {
      accept: "text/x-component",
      "next-action": actionId(call.name),
      "content-type": contentType,
      ...call.headers,
    },
  });
  return { ...answer, outcome: outcomeIn(answer.body) };
}

function isFields(argument: Argument): argument is Fields {
  return typeof argument === "object" && argument !== null && "fields" in argument;
}

/** As React's encodeReply does it: plain JSON, or a form whose part 0 names the others. */
function encode(args: Argument[]): { body: string; contentType: string } {
  if (!args.some(isFields)) return { body: JSON.stringify(args.map(escaped)), contentType: "text/plain;charset=UTF-8" };
  const boundary = "----chartroom-e2e";
  const parts: [string, string][] = [];
  let number = 0;
  const root = args.map((argument) => {
    if (!isFields(argument)) return escaped(argument);
    number++;
    for (const [name, values] of Object.entries(argument.fields))
      for (const value of [values].flat()) parts.push([`name="_${number}_${name}"`, value]);
    for (const [name, { fileName, text }] of Object.entries(argument.files ?? {}))
      parts.push([`name="_${number}_${name}"; filename="${fileName}"`, text]);
    return `$K${number.toString(16)}`;
  });
  parts.push(['name="0"', JSON.stringify(root)]);
  const body = parts
    .map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; ${name}\r\n\r\n${value}\r\n`)
    .join("");
  return { body: `${body}--${boundary}--\r\n`, contentType: `multipart/form-data; boundary=${boundary}` };
}

function escaped(value: unknown): unknown {
  if (typeof value === "string") return value.startsWith("$") ? `$${value}` : value;
  if (value === undefined) return "$undefined";
  if (Array.isArray(value)) return value.map(escaped);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, escaped(item)]));
}

/** The row that holds what the action returned. */
function outcomeIn(body: string): Outcome | null {
  const row = /^0:(\{.*\})$/m.exec(body)?.[1];
  const reference = row ? /"a":"\$@([0-9a-f]+)"/.exec(row)?.[1] : undefined;
  const found = reference ? new RegExp(`^${reference}:(\\{"ok".*\\})$`, "m").exec(body)?.[1] : undefined;
  return found ? JSON.parse(found) : null;
}
