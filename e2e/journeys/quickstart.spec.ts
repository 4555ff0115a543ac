import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { DEMO_ACCOUNTS } from "#fixtures/demo/accounts.ts";
import { ClusterPage } from "../pages/cluster-page.ts";
import { emailOf, HOME, PASSWORD } from "../support/people.ts";
import { freePort } from "../support/second-portal.ts";
import { expect, signIn, test } from "../support/test.ts";

/** What the run gives its own portal; this one starts as from a fresh clone, with a database of its own. */
const OF_THE_RUN = ["DATABASE_URL", "APP_DATABASE_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "CHARTROOM_KEY"];

test("quickstart shows the demo to whoever starts it, and a second start keeps what they did", async ({
  browser,
}, testInfo) => {
  test.setTimeout(150_000);
  const [folder, port] = [testInfo.outputPath("data"), await freePort()];
  const baseURL = `http://localhost:${port}`;
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();

  const first = await quickstart(folder, port);
  for (const { email } of DEMO_ACCOUNTS) expect(first.said).toContain(email);
  expect(await signIn(context.request, baseURL, emailOf("architect"), PASSWORD)).toBe(200);
  await ClusterPage.create(page, HOME, { name: "kept-overnight", distribution: "aks" });
  expect(await stop(first.portal)).toBe(0);

  const second = await quickstart(folder, port);
  // The session of yesterday still opens the door: the keys are kept as well.
  await ClusterPage.open(page, HOME, "kept-overnight");
  await page.goto(`/${HOME}/clusters`);
  await expect(page.getByRole("rowheader")).toHaveText(["harbor-prod", "harbor-staging", "kept-overnight"]);
  await page.goto(`/${HOME}/assessments`);
  await expect(page.getByRole("rowheader")).toHaveCount(1);
  expect(await stop(second.portal)).toBe(0);
  await context.close();
  await rm(folder, { recursive: true, force: true });
});

/** Starts it and waits for its word; the build of the run is fresh, so nothing is built again. */
async function quickstart(folder: string, port: number): Promise<{ portal: ChildProcess; said: string }> {
  const inherited = Object.entries(process.env).filter(([name]) => !OF_THE_RUN.includes(name));
  const portal = spawn(process.execPath, ["cli/quickstart.ts"], {
    env: { NODE_ENV: "production", ...Object.fromEntries(inherited), PORT: String(port), CHARTROOM_DATA: folder },
  });
  let said = "";
  for (const stream of [portal.stdout, portal.stderr]) {
    stream.on("data", (chunk) => {
      said += String(chunk);
    });
  }
  await expect.poll(() => portal.exitCode ?? said, { timeout: 90_000 }).toMatch(/Ctrl-C stops the portal/);
  expect(said).toContain(`ready on http://localhost:${port}\n`);
  return { portal, said };
}

function stop(portal: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((done) => portal.once("exit", done));
  portal.kill("SIGINT");
  return ended;
}
