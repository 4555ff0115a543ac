import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { deriveKey } from "#lib/server/runtime/keys.ts";

/** The portal is up and seeded; add the tenant that must stay invisible, and the one to try things on. */
export default function setup(): void {
  mkdirSync(".data/test", { recursive: true });
  const url = new URL(process.env.E2E_DATABASE_URL ?? "");
  url.username = "chartroom_app";
  url.password = deriveKey(process.env.CHARTROOM_KEY ?? "", "postgres:chartroom_app");
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--conditions=react-server", "e2e/support/found-tenants.ts"],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        DATABASE_URL: process.env.E2E_DATABASE_URL,
        APP_DATABASE_URL: url.toString(),
        NEXTAUTH_URL: "http://localhost",
      },
    },
  );
  if (status !== 0) throw new Error(`the tenants could not be founded: ${stderr}`);
}
