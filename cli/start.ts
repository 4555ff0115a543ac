/** npm start: migrates and serves, with everything from the environment. */

import { readEnvironment } from "#lib/server/runtime/env.ts";
import { localKeys } from "#lib/server/runtime/keys.ts";
import { startDatabase } from "./start/database.ts";
import { serve } from "./start/serve.ts";
import { untilStopped } from "./start/until-stopped.ts";

const port = Number(process.env.PORT ?? 3000);
try {
  process.env.NEXTAUTH_URL ??= `http://localhost:${port}`;
  // Before anything is touched: a weak secret must not get as far as a migrated database.
  readEnvironment({ ...process.env, APP_DATABASE_URL: process.env.APP_DATABASE_URL ?? process.env.DATABASE_URL });
  const chartroomKey = process.env.CHARTROOM_KEY ?? "";
  const database = await startDatabase({
    databaseUrl: process.env.DATABASE_URL,
    appDatabaseUrl: process.env.APP_DATABASE_URL,
    dataFolder: ".data",
    keys: await localKeys(".data"),
    chartroomKey,
  });
  process.env.APP_DATABASE_URL = database.appUrl;
  const portal = await serve(port);
  console.log(`ready on ${process.env.NEXTAUTH_URL}`);
  await untilStopped([portal.stop, database.stop]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
