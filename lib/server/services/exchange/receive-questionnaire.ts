import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { QUESTIONNAIRE_FILE_LIMIT } from "#lib/contracts/exchange-limits.ts";
import { Refusal, STATUS_OF } from "#lib/contracts/refusal.ts";
import { safeName } from "#lib/evidence/items/safe-name.ts";
import { errorName, log } from "#lib/server/runtime/log.ts";
import { compareQuestionnaire } from "./compare-questionnaire.ts";

/** Takes a file as the body, with its name in X-File-Name, URI-encoded; answers {done} with what an import would do, or {error}. */
export async function receiveQuestionnaire(
  actor: Actor | null,
  assessment: string,
  request: Request,
): Promise<Response> {
  try {
    if (!actor)
      throw new Refusal("not-signed-in", "Your session has ended.", {
        detail: "Nothing was stored. Sign in again in another tab, then choose the file once more.",
      });
    const fileName = safeName(decoded(request.headers.get("x-file-name")));
    const content = await heldBody(request.body, fileName);
    return Response.json({ done: await compareQuestionnaire(actor, { assessment, fileName, content }) });
  } catch (error) {
    if (error instanceof Refusal)
      return Response.json(
        { error: { title: error.message, detail: error.detail } },
        { status: STATUS_OF[error.code] },
      );
    if (!request.signal.aborted) log("error", "compare-failed", { reason: errorName(error) });
    const title = "The file could not be compared.";
    return Response.json({ error: { title, detail: "Nothing was changed. Try again in a minute." } }, { status: 400 });
  }
}

async function heldBody(body: ReadableStream<Uint8Array> | null, fileName: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > QUESTIONNAIRE_FILE_LIMIT)
      throw new Refusal("refused", `${fileName} is larger than ${QUESTIONNAIRE_FILE_LIMIT / 1024 ** 2} MiB.`, {
        detail: "Nothing was stored. Take pictures and other sheets out of it, or export the questionnaire anew.",
      });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Headers are ASCII, so the name comes URI-encoded. */
function decoded(header: string | null): string {
  try {
    return decodeURIComponent(header ?? "");
  } catch {
    return "";
  }
}
