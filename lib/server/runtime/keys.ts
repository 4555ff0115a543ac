import { createHmac, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Secrets of an installation that brought none: made once, kept in the data folder, readable by its owner only. */
export type LocalKeys = { postgresPassword: string; nextauthSecret: string; chartroomKey: string };

export async function localKeys(dataFolder: string): Promise<LocalKeys> {
  const file = join(dataFolder, "keys.json");
  if (existsSync(file)) return JSON.parse(await readFile(file, "utf8"));
  const keys = {
    postgresPassword: randomBytes(24).toString("hex"),
    nextauthSecret: randomBytes(32).toString("base64"),
    chartroomKey: randomBytes(32).toString("base64"),
  };
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

/** A key for one purpose, derived from the installation's; hex. */
export function deriveKey(chartroomKey: string, purpose: string): string {
  return createHmac("sha256", Buffer.from(chartroomKey, "base64")).update(purpose).digest("hex");
}
