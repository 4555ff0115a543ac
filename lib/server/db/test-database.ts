import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { closeDatabase } from "./client.ts";
import { migrate } from "./migrate.ts";
import { prepareAppRole } from "./roles.ts";

/** Roles belong to the whole server, so every test database shares the one password. */
const APP_PASSWORD = "0123456789abcdef";

export type TestDatabase = { ownerUrl: string; appUrl: string; close: () => Promise<void> };

/** A migrated database of this test file's own, to which the process's units of work now go. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = new pg.Client({ connectionString: inject("postgresUrl") });
  await server.connect();
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await server.query(`CREATE DATABASE ${name}`);
  // Two files preparing the one role at once would trip over each other's catalogue row.
  await server.query("select pg_advisory_lock(4242)");
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${name}`;
  const ownerUrl = url.toString();
  const appUrl = await prepareAppRole(ownerUrl, APP_PASSWORD);
  await server.query("select pg_advisory_unlock(4242)");
  await migrate(ownerUrl);
  Object.assign(process.env, {
    DATABASE_URL: ownerUrl,
    APP_DATABASE_URL: appUrl,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    NEXTAUTH_URL: "http://localhost:3000",
    CHARTROOM_KEY: randomBytes(32).toString("base64"),
  });
  return {
    ownerUrl,
    appUrl,
    close: async () => {
      await closeDatabase();
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await server.end();
    },
  };
}
