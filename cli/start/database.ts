import pg from "pg";
import { startEmbeddedPostgres } from "#lib/server/db/embedded-postgres.ts";
import { migrate } from "#lib/server/db/migrate.ts";
import { prepareAppRole, refuseUnsafeRole } from "#lib/server/db/roles.ts";
import { deriveKey, type LocalKeys } from "#lib/server/runtime/keys.ts";

export type StartedDatabase = { ownerUrl: string; appUrl: string; applied: string[]; stop: () => Promise<void> };

/** The operator's PostgreSQL when DATABASE_URL names one, else the embedded one; migrated, with the application's role. */
export async function startDatabase(options: {
  databaseUrl: string | undefined;
  appDatabaseUrl: string | undefined;
  dataFolder: string;
  keys: LocalKeys;
  chartroomKey: string;
  durable?: boolean;
}): Promise<StartedDatabase> {
  const own = options.databaseUrl
    ? null
    : await startEmbeddedPostgres({
        folder: `${options.dataFolder}/postgres`,
        password: options.keys.postgresPassword,
        durable: options.durable,
      });
  try {
    const ownerUrl = options.databaseUrl ?? (await ownDatabase(own?.url ?? "", "chartroom"));
    const appUrl =
      options.appDatabaseUrl ??
      (await prepareAppRole(ownerUrl, deriveKey(options.chartroomKey, "postgres:chartroom_app")));
    const applied = await migrate(ownerUrl);
    await refuseUnsafeRole(appUrl);
    return { ownerUrl, appUrl, applied, stop: async () => own?.stop() };
  } catch (error) {
    await own?.stop();
    throw error;
  }
}

/** Makes the database when it is not there yet. */
export async function ownDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
