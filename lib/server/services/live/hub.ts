import "server-only";
import { tellLive } from "#lib/server/db/live-notes.ts";
import { LiveHub } from "#lib/server/live/live-hub.ts";
import { errorName, log } from "#lib/server/runtime/log.ts";

const shared = globalThis as { chartroomLive?: LiveHub };

/** The one hub of this process; routes are built apart and must not each have one. */
export function liveHub(): LiveHub {
  shared.chartroomLive ??= new LiveHub((note) => {
    // Without the database nobody is seen by anybody, and nothing else suffers from it.
    tellLive(note).catch((error) => log("warn", "live-note", { reason: errorName(error) }));
  });
  return shared.chartroomLive;
}

/** For tests, which bring their own databases. */
export async function closeLiveHub(): Promise<void> {
  await shared.chartroomLive?.close();
  shared.chartroomLive = undefined;
}
