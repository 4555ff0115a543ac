import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Server } from "node:http";
import { join } from "node:path";
import next from "next";
import pg from "pg";
import { openFrontDoor } from "#lib/server/http/front-door.ts";
import { readEnvironment } from "#lib/server/runtime/env.ts";
import { errorName, log } from "#lib/server/runtime/log.ts";

export type RunningPortal = { server: Server; stop: () => Promise<void> };

/** Serves the built portal behind the front door. Reads and checks the whole environment first. */
export async function serve(port: number): Promise<RunningPortal> {
  const env = readEnvironment(process.env);
  const app = next({ dev: false, dir: process.cwd(), port, hostname: "localhost", quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const events = new pg.Pool({ connectionString: env.APP_DATABASE_URL, max: 2 });
  events.on("error", (error) => log("warn", "security-events", { reason: errorName(error) }));
  const server = openFrontDoor({
    origin: new URL(env.NEXTAUTH_URL).origin,
    trustProxy: process.env.CHARTROOM_TRUST_PROXY === "1",
    actions: await knownActions(),
    onRefusal: (kind, details) => recordRefusal(events, kind, details),
    next: (request, response) => void handle(request, response),
  });
  await new Promise<void>((ready, fail) => server.once("error", fail).listen(port, ready));
  return {
    server,
    stop: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      await Promise.all([app.close(), events.end()]);
    },
  };
}

/** Ids of this build's server actions: any other is refused before a framework parses its body. */
async function knownActions(): Promise<ReadonlySet<string> | null> {
  const manifest = join(".next", "server", "server-reference-manifest.json");
  if (!existsSync(manifest)) return null;
  const {
    node = {},
    edge = {},
  }: Record<string, Record<string, unknown>> = JSON.parse(await readFile(manifest, "utf8"));
  return new Set([...Object.keys(node), ...Object.keys(edge)]);
}

function recordRefusal(events: pg.Pool, kind: string, details: Record<string, string>): void {
  log("warn", kind, details);
  events
    .query("insert into security_events (kind, details) values ($1, $2)", [
      kind,
      JSON.stringify(details).replaceAll("\\u0000", ""),
    ])
    .catch((error) => log("warn", "security-events", { reason: errorName(error) }));
}
