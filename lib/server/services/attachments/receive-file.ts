import "server-only";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor } from "#lib/access/actor.ts";
import { EVIDENCE_FILE_LIMIT } from "#lib/contracts/evidence-limits.ts";
import { Refusal, STATUS_OF } from "#lib/contracts/refusal.ts";
import { safeName } from "#lib/evidence/items/safe-name.ts";
import { spoolUpload } from "#lib/server/collect/spool-upload.ts";
import { errorName, log } from "#lib/server/runtime/log.ts";
import { addFile } from "./add-file.ts";
import { expectFile } from "./expect-file.ts";

const KEPT_NOTHING = {
  title: "The file could not be stored.",
  detail: "Nothing was changed. Try again in a minute.",
  fields: {},
};

/**
 * Takes a file as the body, with its name in X-File-Name and {question, title, observedOn, validUntil} in X-Evidence, both
 * URI-encoded. It lies in a temporary folder until it is stored or refused, and never longer. Answers {done} or {error}.
 */
export async function receiveFile(actor: Actor | null, assessment: string, request: Request): Promise<Response> {
  const fileName = safeName(decoded(request.headers.get("x-file-name")));
  let folder: string | null = null;
  try {
    if (!actor) throw signedOut();
    const said = fieldsOf(request.headers.get("x-evidence"));
    await expectFile(actor, { assessment, question: said.question });
    folder = await mkdtemp(join(tmpdir(), "chartroom-evidence-"));
    const path = join(folder, "file");
    await spoolUpload(request.body, path, { limit: EVIDENCE_FILE_LIMIT, fileName });
    return Response.json({ done: await addFile(actor, { ...said, assessment, fileName, path }) });
  } catch (error) {
    if (error instanceof Refusal) {
      const { message: title, detail, fields, code } = error;
      return Response.json({ error: { title, detail, fields } }, { status: STATUS_OF[code] });
    }
    // A body that breaks off is nobody's fault of ours.
    if (!request.signal.aborted) log("error", "evidence-upload-failed", { reason: errorName(error) });
    return Response.json({ error: KEPT_NOTHING }, { status: 400 });
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

function fieldsOf(header: string | null): { question: string; title: string; observedOn: string; validUntil: string } {
  try {
    const said = JSON.parse(decoded(header));
    const text = (name: string) => (typeof said?.[name] === "string" ? String(said[name]) : "");
    return {
      question: text("question"),
      title: text("title"),
      observedOn: text("observedOn"),
      validUntil: text("validUntil"),
    };
  } catch {
    throw new Refusal("invalid-input", "It is not said what the file is evidence of.", {
      detail: "Nothing was stored. Load the page again and choose the file once more.",
    });
  }
}

/** Headers are ASCII, so what they say comes URI-encoded. */
function decoded(header: string | null): string {
  try {
    return decodeURIComponent(header ?? "");
  } catch {
    return "";
  }
}

function signedOut(): Refusal {
  return new Refusal("not-signed-in", "Your session has ended.", {
    detail: "Nothing was stored. Sign in again in another tab, then add the file once more.",
  });
}
