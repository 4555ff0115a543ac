import "server-only";
import { LIVE_CHANNEL, type LiveNote } from "#lib/server/live/live-note.ts";
import { inOneStatement } from "./unit-of-work.ts";

/** Tells every process that listens. Ids only. Outside of any transaction: nothing waits for it. */
export async function tellLive(note: LiveNote): Promise<void> {
  await inOneStatement((work) => work.$queryRaw`select pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(note)})::text`);
}
