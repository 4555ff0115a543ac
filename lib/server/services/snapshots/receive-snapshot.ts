import "server-only";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Actor } from "#lib/access/actor.ts";
import { Refusal, STATUS_OF } from "#lib/contracts/refusal.ts";
import { errorName, log } from "#lib/server/runtime/log.ts";
import { expectUpload } from "./expect-upload.ts";
import { uploadSnapshotWith } from "./upload-snapshot.ts";

const ENCODER = new TextEncoder();

/**
 * Streams a body to a temporary file and uploads it. What can be refused before a byte is read is refused with a status;
 * after that the answer is 200 and lines of JSON: {"stage","done","of"} …, then {"done":{scan}} or {"error":{title,detail}}.
 */
export async function receiveSnapshot(actor: Actor | null, cluster: string, request: Request): Promise<Response> {
  const fileName = nameOfFile(request.headers.get("x-file-name"));
  try {
    if (!actor)
      throw new Refusal("not-signed-in", "Your session has ended.", {
        detail: "Nothing was stored. Sign in again, then choose the file once more.",
      });
    await expectUpload(actor, { cluster });
  } catch (error) {
    if (error instanceof Refusal)
      return Response.json(
        { error: { title: error.message, detail: error.detail } },
        { status: STATUS_OF[error.code] },
      );
    throw error;
  }
  const lines = new TransformStream<Uint8Array, Uint8Array>();
  const writer = lines.writable.getWriter();
  const say = (line: object) => writer.write(ENCODER.encode(`${JSON.stringify(line)}\n`)).catch(() => undefined);
  void work(actor, cluster, fileName, request, say).finally(() => writer.close().catch(() => undefined));
  return new Response(lines.readable, {
    headers: { "Content-Type": "application/x-ndjson; charset=utf-8", "X-Accel-Buffering": "no" },
  });
}

async function work(
  actor: Actor,
  cluster: string,
  fileName: string,
  request: Request,
  say: (line: object) => unknown,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "chartroom-upload-"));
  try {
    const path = join(folder, "snapshot");
    if (!request.body) throw new Refusal("refused", `${fileName} is empty.`, { detail: "Nothing was stored." });
    await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(path));
    const upload = uploadSnapshotWith((stage, done, of) => say({ stage, done, of }), request.signal);
    say({ done: await upload(actor, { cluster, fileName, path }) });
  } catch (error) {
    say({ error: sayFailure(error, fileName) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function sayFailure(error: unknown, fileName: string): { title: string; detail: string } {
  if (error instanceof Refusal) return { title: error.message, detail: error.detail || "Nothing was stored." };
  log("error", "upload-failed", { reason: errorName(error) });
  return { title: `${fileName} could not be stored.`, detail: "Nothing was changed. Try again in a minute." };
}

/** The name is shown, never used as a path; it comes URI-encoded, because headers are ASCII. */
function nameOfFile(header: string | null): string {
  try {
    const name =
      decodeURIComponent(header ?? "")
        .split(/[/\\]/)
        .at(-1) ?? "";
    return (
      [...name]
        .filter((char) => char >= " " && char !== "\u007f")
        .join("")
        .slice(0, 200) || "snapshot"
    );
  } catch {
    return "snapshot";
  }
}
