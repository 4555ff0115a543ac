/** npm start: migrates and serves, with everything from the environment. */
import { startDatabase } from "./start/database.ts";
import { localKeys } from "#lib/server/runtime/keys.ts";
import { serve } from "./start/serve.ts";
import { untilStopped } from "./start/until-stopped.ts";

const port = Number(process.env.PORT ?? 3000);
try {
  for (const name of ["DATABASE_URL", "NEXTAUTH_SECRET", "CHARTROOM_KEY"]) if (!process.env[name]) throw new Error(`${name} is missing`);
  process.env.NEXTAUTH_URL ??= `http://localhost:${port}`;
  const chartroomKey = process.env.CHARTROOM_KEY ?? "";
  const database = await startDatabase({ databaseUrl: process.env.DATABASE_URL, appDatabaseUrl: process.env.APP_DATABASE_URL, dataFolder: ".data", keys: await localKeys(".data"), chartroomKey });
  process.env.APP_DATABASE_URL = database.appUrl;
  const portal = await serve(port);
  console.log(`ready on ${process.env.NEXTAUTH_URL}`);
  await untilStopped([portal.stop, database.stop]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
