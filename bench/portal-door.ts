import { type ChildProcess, spawn } from "node:child_process";
import { DEMO_PASSWORD } from "#fixtures/demo/accounts.ts";

/** A portal of its own with the demo in it, started as people start it, and a way through its door. */
export type PortalDoor = { origin: string; signIn: (email: string) => Promise<string>; close: () => Promise<void> };

export async function openPortal(port: number): Promise<PortalDoor> {
  const origin = `http://localhost:${port}`;
  const portal = spawn(process.execPath, ["cli/quickstart.ts"], {
    env: { ...process.env, PORT: String(port), CHARTROOM_DATA: ".data/bench", NEXTAUTH_URL: origin },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((done) => portal.once("close", done));
  await untilReady(origin, portal);
  return {
    origin,
    signIn: (email) => signIn(origin, email),
    close: async () => {
      portal.kill("SIGTERM");
      await ended;
    },
  };
}

async function untilReady(origin: string, portal: ChildProcess): Promise<void> {
  for (;;) {
    const ready = await fetch(`${origin}/api/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    if (portal.exitCode !== null) throw new Error("the portal did not start");
    await new Promise((later) => setTimeout(later, 250));
  }
}

async function signIn(origin: string, email: string): Promise<string> {
  const first = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const jar = first.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  const answer = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { origin, cookie: jar.join("; "), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email, password: DEMO_PASSWORD, json: "true" }),
  });
  return [...jar, ...answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0])].join("; ");
}
