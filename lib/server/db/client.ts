import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { environment } from "#lib/server/runtime/env.ts";
import { PrismaClient } from "#prisma/generated/client.ts";

const shared = globalThis as { chartroomDatabase?: PrismaClient };

/** The one client, on the application's role. Only unit-of-work.ts uses it. */
export function database(): PrismaClient {
  shared.chartroomDatabase ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: environment().APP_DATABASE_URL,
      max: 20,
      connectionTimeoutMillis: 10_000,
    }),
  });
  return shared.chartroomDatabase;
}

/** For tests, which bring their own databases. */
export async function closeDatabase(): Promise<void> {
  await shared.chartroomDatabase?.$disconnect();
  shared.chartroomDatabase = undefined;
}
