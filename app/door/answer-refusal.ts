import "server-only";
import { Refusal, STATUS_OF } from "#lib/contracts/refusal.ts";

/** Runs a route handler's work; a refusal becomes a problem document (RFC 9457) with its status. */
export async function answerRefusal(run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const status = STATUS_OF[error.code];
    return Response.json(
      { type: "about:blank", title: error.message, status, detail: error.detail },
      { status, headers: { "Content-Type": "application/problem+json" } },
    );
  }
}
