import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type { MigrationDirectory, SchemaEngine } from "@prisma/schema-engine-wasm";

const FOLDER = join(process.cwd(), "prisma", "migrations");

/**
 * Brings the database to the newest schema and says which migrations ran. Prisma's own engine as WebAssembly, because
 * its native one is a download; `_prisma_migrations` is written as usual.
 */
export async function migrate(databaseUrl: string, folder = FOLDER): Promise<string[]> {
  const { engine, close } = await openSchemaEngine(databaseUrl);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await listMigrations(folder),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    await close();
  }
}

/** The engine's glue code holds one instance: a second one in the same process would pull it away under the first. */
let engineRoom: ReturnType<typeof loadEngine> | null = null;

async function loadEngine() {
  const require = createRequire(join(process.cwd(), "package.json"));
  const room = dirname(require.resolve("@prisma/schema-engine-wasm"));
  const glue = await import(/* webpackIgnore: true */ join(room, "schema_engine_bg.js"));
  const bytes = await readFile(join(room, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

/**
 * The engine bound to a database; `datamodels` only where a diff is wanted. `close` ends its connections: one of them holds
 * the lock that keeps any other start from migrating.
 */
export async function openSchemaEngine(
  databaseUrl: string,
  datamodels?: [string, string][],
): Promise<{ engine: SchemaEngine; close: () => Promise<void> }> {
  engineRoom ??= loadEngine();
  const glue = await engineRoom;
  const opened: SqlDriverAdapter[] = [];
  const factory = bindMigrationAwareSqlAdapterFactory(
    wholeScripts(new PrismaPg({ connectionString: databaseUrl }), opened),
  );
  const engine: SchemaEngine = await glue.SchemaEngine.new({ datamodels }, () => undefined, factory);
  const close = async () => {
    engine.free();
    for (const adapter of opened) await adapter.dispose();
  };
  return { engine, close };
}

/**
 * The adapter cuts scripts at every semicolon, inside functions and comments too, and leaves half a migration behind when
 * it is killed. Sent whole, PostgreSQL parses it itself and runs it as one transaction.
 */
function wholeScripts(factory: PrismaPg, opened: SqlDriverAdapter[]): PrismaPg {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    opened.push(adapter);
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  };
  return factory;
}

export async function listMigrations(folder: string) {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const migrationDirectories: MigrationDirectory[] = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: await readFile(join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  );
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}
