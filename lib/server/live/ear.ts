import "server-only";
import pg from "pg";
import { environment } from "#lib/server/runtime/env.ts";
import { errorName, log } from "#lib/server/runtime/log.ts";
import { LIVE_CHANNEL, type LiveNote, readLiveNote } from "./live-note.ts";

const SHORTEST_WAIT = 500;
const LONGEST_WAIT = 10_000;

export type Ear = { close: () => Promise<void> };

/**
 * Listens until it is closed, and connects anew when the connection breaks. `onOpen` is called each time that it hears
 * again: notes of the time between are lost, so whoever needs them reads anew.
 */
export function openEar(on: { note: (note: LiveNote) => void; open: () => void }): Ear {
  let client: pg.Client | null = null;
  let closed = false;
  let wait = SHORTEST_WAIT;
  let timer: NodeJS.Timeout | undefined;
  const again = (failed: pg.Client) => {
    if (closed || client !== failed) return;
    client = null;
    timer = setTimeout(listen, wait);
    timer.unref();
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };
  const listen = () => {
    const fresh = new pg.Client({
      ...{ connectionString: environment().APP_DATABASE_URL, application_name: "chartroom live" },
      ...{ keepAlive: true, connectionTimeoutMillis: 10_000 },
    });
    client = fresh;
    fresh.on("error", (error) => {
      if (client === fresh) log("warn", "live-ear", { reason: errorName(error) });
      again(fresh);
    });
    fresh.on("end", () => again(fresh));
    fresh.on("notification", ({ payload }) => {
      const note = readLiveNote(payload);
      if (note) on.note(note);
    });
    fresh
      .connect()
      .then(() => fresh.query(`LISTEN ${LIVE_CHANNEL}`))
      .then(() => {
        wait = SHORTEST_WAIT;
        on.open();
      })
      .catch((error) => {
        if (!closed) log("warn", "live-ear", { reason: errorName(error) });
        fresh.end().catch(() => undefined);
        again(fresh);
      });
  };
  listen();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
