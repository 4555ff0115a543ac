/**
 * npm run new-migration -- NAME: writes prisma/migrations/<time>_NAME/migration.sql, the step from the committed schema
 * to the one in the working tree. (The engine cannot read a PostgreSQL 18 database back, so two texts are compared.)
 */
import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startEmbeddedPostgres } from "#lib/server/db/embedded-postgres.ts";
import { openSchemaEngine } from "#lib/server/db/migrate.ts";

const name = process.argv[2];
if (!name) {
  console.error("usage: npm run new-migration -- NAME");
  process.exit(2);
}
const folder = join(process.cwd(), "prisma", "migrations");
const schemas = join(process.cwd(), "prisma", "schema");
const files = await Promise.all(
  (await readdir(schemas)).map(async (path) => ({ path, content: await readFile(join(schemas, path), "utf8") })),
);
const committed = execFileSync("git", ["ls-tree", "--name-only", "HEAD", "prisma/schema/"], { encoding: "utf8" })
  .split("\n")
  .filter(Boolean)
  .map((path) => ({ path, content: execFileSync("git", ["show", `HEAD:${path}`], { encoding: "utf8" }) }));
const postgres = await startEmbeddedPostgres({ folder: ".data/shadow", password: "shadow", durable: false });
try {
  const { engine, close } = await openSchemaEngine(postgres.url);
  const { stdout } = await engine.diff({
    from: committed.length > 0 ? { tag: "schemaDatamodel", files: committed } : { tag: "empty" },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  await close();
  const at = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  await mkdir(join(folder, `${at}_${name}`), { recursive: true });
  await writeFile(join(folder, `${at}_${name}`, "migration.sql"), stdout ?? "");
  console.log(`wrote prisma/migrations/${at}_${name}/migration.sql; add row-level security for new tables by hand`);
} finally {
  await postgres.stop();
}
