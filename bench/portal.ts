import { spawn } from "node:child_process";
import autocannon from "autocannon";
import { DEMO_ACCOUNTS, DEMO_ORGANIZATION, DEMO_PASSWORD } from "#fixtures/demo/accounts.ts";

const PORT = 3198;
const ORIGIN = `http://localhost:${PORT}`;
const USERS = 20;
const SECONDS = 15;

const portal = spawn(process.execPath, ["cli/quickstart.ts"], {
  env: { ...process.env, PORT: String(PORT), CHARTROOM_DATA: ".data/bench", NEXTAUTH_URL: ORIGIN },
  stdio: ["ignore", "pipe", "inherit"],
});
const ended = new Promise((done) => portal.once("close", done));
try {
  await untilReady();
  const cookie = await signIn(DEMO_ACCOUNTS[0]?.email ?? "");
  const url = `${ORIGIN}/${DEMO_ORGANIZATION.slug}`;
  // The first requests compile what the build left lazy; they are nobody's everyday.
  await autocannon({ url, connections: USERS, duration: 3, headers: { cookie } });
  const { latency, requests, errors, non2xx } = await autocannon({
    url,
    connections: USERS,
    duration: SECONDS,
    headers: { cookie },
  });
  console.log(
    `leader's page, ${USERS} people at once: p50 ${latency.p50} ms, p95 ${latency.p97_5} ms at most (p97.5), ${requests.average.toFixed(0)} pages/s, ${errors + non2xx} failed`,
  );
} finally {
  portal.kill("SIGTERM");
  await ended;
}

async function untilReady(): Promise<void> {
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

async function signIn(email: string): Promise<string> {
  const first = await fetch(`${ORIGIN}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const jar = first.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  const answer = await fetch(`${ORIGIN}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: ORIGIN, cookie: jar.join("; "), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email, password: DEMO_PASSWORD, json: "true" }),
  });
  return [...jar, ...answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0])].join("; ");
}
