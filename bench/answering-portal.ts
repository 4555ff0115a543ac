import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { startEmbeddedPostgres } from "#lib/server/db/embedded-postgres.ts";
import { deriveKey, localKeys } from "#lib/server/runtime/keys.ts";
import { ownDatabase } from "../cli/start/database.ts";
import { buildPortal } from "../cli/start/prepare.ts";
import type { Editors } from "./editors.ts";

const PORT = 3199;
export const ORIGIN = `http://localhost:${PORT}`;

export type AnsweringPortal = Editors & {
  /** A cookie for each editor. */
  cookies: string[];
  /** What a script of the bench needs to reach the database. */
  env: NodeJS.ProcessEnv;
  stop: () => Promise<void>;
};

/** The production portal on a durable PostgreSQL of its own, with fifty editors who are signed in. */
export async function startAnsweringPortal(): Promise<AnsweringPortal> {
  const folder = ".data/bench";
  const keys = await localKeys(folder);
  await buildPortal();
  const postgres = await startEmbeddedPostgres({ folder: `${folder}/postgres`, password: keys.postgresPassword });
  const databaseUrl = await ownDatabase(postgres.url, `answers_${Date.now()}`);
  const appUrl = new URL(databaseUrl);
  appUrl.username = "chartroom_app";
  appUrl.password = deriveKey(keys.chartroomKey, "postgres:chartroom_app");
  const env = {
    ...process.env,
    ...{ NODE_ENV: "production", DATABASE_URL: databaseUrl, NEXTAUTH_URL: ORIGIN, PORT: String(PORT) },
    ...{ NEXTAUTH_SECRET: keys.nextauthSecret, CHARTROOM_KEY: keys.chartroomKey },
  } as NodeJS.ProcessEnv;
  const portal = spawn(process.execPath, ["cli/start.ts"], { env, stdio: ["ignore", "ignore", "inherit"] });
  const stop = async () => {
    await ended(portal);
    await postgres.stop();
  };
  try {
    await untilReady(portal);
    const withApp = { ...env, APP_DATABASE_URL: appUrl.toString() };
    const editors: Editors = JSON.parse(runScript("bench/found-editors.ts", withApp));
    const cookies: string[] = [];
    for (const email of editors.emails) cookies.push(await signIn(email, editors.password));
    return { ...editors, cookies, env: withApp, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs a script that knows the services; answers what it prints. */
export function runScript(script: string, env: NodeJS.ProcessEnv): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--conditions=react-server", "--disable-warning=ExperimentalWarning", script],
    { env, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr}`);
  return stdout;
}

/** Id by which the browser calls a server action of this build. */
export function actionId(name: string): string {
  const { node }: { node: Record<string, { exportedName: string }> } = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  );
  const id = Object.keys(node).find((each) => node[each]?.exportedName === name);
  if (!id) throw new Error(`the build has no action ${name}`);
  return id;
}

async function ended(portal: ChildProcess): Promise<void> {
  if (portal.exitCode !== null) return;
  const end = new Promise((done) => portal.once("exit", done));
  portal.kill("SIGTERM");
  await end;
}

async function untilReady(portal: ChildProcess): Promise<void> {
  for (;;) {
    const ready = await fetch(`${ORIGIN}/api/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    if (portal.exitCode !== null) throw new Error("the portal did not start");
    await new Promise((later) => setTimeout(later, 250));
  }
}

async function signIn(email: string, password: string): Promise<string> {
  const first = await fetch(`${ORIGIN}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const jar = first.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  const answer = await fetch(`${ORIGIN}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: ORIGIN, cookie: jar.join("; "), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
  });
  const session = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  if (!session.some((cookie) => cookie.includes("session-token"))) throw new Error(`${email} could not sign in`);
  return [...jar, ...session].join("; ");
}
