import { isReady } from "#lib/server/services/runtime/is-ready.ts";

export const dynamic = "force-dynamic";

/** The database is reachable and migrated. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json({ status: ready ? "ready" : "not ready" }, { status: ready ? 200 : 503 });
}
