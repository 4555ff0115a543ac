/** npm run quickstart: from a fresh clone to the portal with the demo organization. A second start keeps the data. */

import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#fixtures/demo/accounts.ts";
import { localKeys } from "#lib/server/runtime/keys.ts";
import { startDatabase } from "./start/database.ts";
import { buildPortal, generatePrismaClient, runStep } from "./start/prepare.ts";
import { serve } from "./start/serve.ts";
import { untilStopped } from "./start/until-stopped.ts";

const port = Number(process.env.PORT ?? 3000);
const dataFolder = process.env.CHARTROOM_DATA ?? ".data";

try {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error("PORT must be a number from 1 to 65535");
  const keys = await localKeys(dataFolder);
  process.env.NEXTAUTH_SECRET ??= keys.nextauthSecret;
  process.env.CHARTROOM_KEY ??= keys.chartroomKey;
  process.env.NEXTAUTH_URL ??= `http://localhost:${port}`;
  const database = await step("starting PostgreSQL", () =>
    startDatabase({
      databaseUrl: process.env.DATABASE_URL,
      appDatabaseUrl: process.env.APP_DATABASE_URL,
      dataFolder,
      keys,
      chartroomKey: process.env.CHARTROOM_KEY ?? "",
    }),
  );
  process.env.DATABASE_URL = database.ownerUrl;
  process.env.APP_DATABASE_URL = database.appUrl;
  try {
    await step("generating the database client", generatePrismaClient);
    await step("building the portal", buildPortal);
    await step("seeding the demo organization", () => runStep(["--conditions=react-server", "cli/seed.ts"]));
    const portal = await serve(port);
    console.log(`\nready on http://localhost:${port}\n`);
    for (const { role, email } of DEMO_ACCOUNTS)
      console.log(`  ${role.padEnd(10)}  ${email.padEnd(32)}  ${DEMO_PASSWORD}`);
    console.log("\nCtrl-C stops the portal and its database; the data stays.");
    await untilStopped([portal.stop, database.stop]);
  } catch (error) {
    await database.stop();
    throw error;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function step<T>(what: string, run: () => Promise<T>): Promise<T> {
  const started = Date.now();
  process.stdout.write(`${what} … `);
  const outcome = await run();
  console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`);
  return outcome;
}
