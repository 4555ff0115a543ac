import "server-only";
import { LivePlace } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { openStream } from "./open-stream.ts";
import { readLive } from "./read-live.ts";

export type Watching = { userId: string; sessionId: string; organization: string; assessment: string };

/**
 * Answers `?since=` (milliseconds since 1970) with what changed, as JSON; or, to a browser that asks for an event stream,
 * with that and everything after it. A stream takes `?tab=`, a UUID of the tab's own, and `?question=`, where it stands.
 */
export async function answerLive(watching: Watching, request: Request): Promise<Response> {
  const { userId, organization, assessment } = watching;
  const query = new URL(request.url).searchParams;
  const since = Number(query.get("since") ?? Number.NaN);
  const asked = { since: Number.isSafeInteger(since) && since > 0 ? since : null, questions: [] };
  const view = await readLive({ userId, organization }, { assessment, ...asked });
  if (!request.headers.get("accept")?.includes("text/event-stream")) return Response.json(view);
  const place = LivePlace.safeParse({ assessment, tab: query.get("tab"), question: query.get("question") || null });
  if (!place.success) throw new Refusal("invalid-input", "It is not said which tab this is.");
  const stream = openStream({ ...watching, ...place.data }, view, request.signal);
  if (!stream)
    throw new Refusal("too-many-attempts", "You have this open in several places already.", {
      detail: "Answers are asked for every few seconds here instead. Close a tab to see them at once.",
    });
  return new Response(stream, {
    // A proxy that gathers or compresses would keep events until there are more.
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-cache, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
