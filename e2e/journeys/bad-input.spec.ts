import { writeFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { ClusterPage } from "../pages/cluster-page.ts";
import { BAD_FILES } from "../support/bad-files.ts";
import { emailOf, FOREIGN, HOME, PASSWORD } from "../support/people.ts";
import { smallCluster } from "../support/small-cluster.ts";
import { expect, foreignTenant, signedIn, test } from "../support/test.ts";

const GOOD = { name: "good.json", mimeType: "application/json", buffer: smallCluster({ readOnlyRoot: true }) };

test.describe("a file that cannot be taken", () => {
  let cluster: ClusterPage;

  test.beforeAll(async ({ browser, baseURL }, { workerIndex }) => {
    const context = await signedIn(browser, baseURL ?? "", "admin");
    cluster = await ClusterPage.create(await context.newPage(), HOME, {
      name: `rocks-${workerIndex}`,
      distribution: "other",
    });
    await cluster.upload(GOOD);
    cluster = await ClusterPage.open(cluster.page, HOME, cluster.name);
  });
  test.afterAll(() => cluster.page.context().close());

  for (const { what, name, content, says } of BAD_FILES) {
    test(`${what} is refused by name and place, and stores nothing`, async ({ browserName: _ }, testInfo) => {
      const path = testInfo.outputPath(name);
      await writeFile(path, content());
      await cluster.choose(path);
      const alert = cluster.page.getByRole("main").getByRole("alert");
      await expect(alert).toHaveText(says, { timeout: 30_000 });
      await expect(alert).toContainText("Nothing was stored.");
      await expect(cluster.page.getByRole("button", { name: "Upload a snapshot" })).toBeVisible();
      // The good one of before, and no other.
      expect(await cluster.scans()).toBe(1);
    });
  }

  test("a snapshot for another tenant's cluster finds nothing there", async ({ visit }) => {
    const { page } = cluster;
    const theirs = await visit("foreigner");
    const scansOfTheirs = async () => {
      await theirs.goto(`/${FOREIGN.organization}/clusters/${foreignTenant().cluster}`);
      await expect(theirs.getByRole("heading", { level: 1 })).toContainText(FOREIGN.secret);
      return theirs.getByRole("rowheader").count();
    };
    const [before, own] = [await scansOfTheirs(), await cluster.scans()];
    for (const organization of [HOME, FOREIGN.organization]) {
      const elsewhere = `/${organization}/clusters/${foreignTenant().cluster}/snapshots`;
      await page.route("**/snapshots", (route) =>
        route.continue({ url: new URL(elsewhere, route.request().url()).href }),
      );
      await cluster.choose(GOOD);
      await expect(page.getByRole("main").getByRole("alert")).toContainText("There is nothing here.");
      await page.unroute("**/snapshots");
    }
    expect([await scansOfTheirs(), await cluster.scans()]).toEqual([before, own]);
  });
});

test.describe("a hand that is too quick, or a line that breaks", () => {
  test.describe.configure({ mode: "serial" });
  let page: Page;
  let [assessment, questionnaire] = ["", ""];

  test.beforeAll(async ({ browser, baseURL }) => {
    page = await (await browser.newContext({ baseURL })).newPage();
  });
  test.afterAll(() => page.context().close());

  const status = (text: string | RegExp) => page.getByRole("status").filter({ hasText: text });
  const comment = () => page.getByRole("textbox", { name: /^Comment/ });
  const openNext = async (level: string) => {
    await page.goto(`${questionnaire}?show=unanswered`);
    await page.getByRole("radio", { name: new RegExp(`^${level} `) }).check();
    await expect(status("Saved at")).toBeVisible();
  };
  const answered = async () => {
    const fresh = await page.context().newPage();
    await fresh.goto(questionnaire);
    const title = await fresh.getByRole("heading", { level: 1 }).textContent();
    await fresh.close();
    return Number(title?.match(/^\d+/)?.[0]);
  };

  const name = "twice";
  const listed = async (things: string) => {
    await page.goto(`/${HOME}/${things}`);
    await expect(page.getByRole("rowheader", { name, exact: true })).toHaveCount(1);
  };

  test("a double click signs in, creates and changes once", async () => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(emailOf("admin"));
    await page.getByLabel("Password").fill(PASSWORD);
    await sendsOnce(page, page.getByRole("button", { name: "Sign in" }), () => page.waitForURL(`/${HOME}`));

    await page.goto(`/${HOME}/clusters/new`);
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Distribution").selectOption("other");
    const created = page.getByRole("heading", { level: 1, name: `${name} waits for its first snapshot` });
    await sendsOnce(page, page.getByRole("button", { name: "Create the cluster" }), () =>
      expect(created).toBeVisible(),
    );
    const cluster = page.url();
    await sendsOnce(page, page.getByRole("button", { name: "Change the cluster" }));
    await new ClusterPage(page, name).upload(GOOD);
    await page.goto(cluster);
    await expect(page.getByRole("rowheader")).toHaveCount(1);

    await page.goto(`/${HOME}/assessments/new`);
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Starts on").fill("2026-01-02");
    for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
    await page.getByRole("checkbox", { name: new RegExp(`^${name}`) }).check();
    const layers = page.getByRole("region", { name: "The four layers" });
    await sendsOnce(page, page.getByRole("button", { name: "Start the assessment" }), () =>
      expect(layers).toBeVisible(),
    );
    assessment = page.url();
    questionnaire = `${assessment}/questionnaire`;
    await listed("clusters");
    await listed("assessments");
  });

  test("a double click accepts, overrides, plans and starts once", async () => {
    await page.goto(questionnaire);
    const accept = page.getByRole("button", { name: /^Accept \d+ proposals$/ });
    await sendsOnce(page, accept, () => expect(accept).toHaveCount(0));

    await page.goto(`${assessment}/findings`);
    await page.getByRole("table").first().getByRole("rowheader").getByRole("link").first().click();
    await page.getByRole("button", { name: "Set another risk" }).click();
    await page.getByLabel("Risk points").fill("5");
    await page.getByLabel("Reason").fill("Seen twice.");
    const set = page.getByText(/5 risk points as set by/);
    await sendsOnce(page, page.getByRole("button", { name: "Set the risk" }), () => expect(set.first()).toBeVisible());

    await page.goto(`${assessment}/plan`);
    const version = page.getByText("Version 1, not approved", { exact: true });
    await sendsOnce(page, page.getByRole("button", { name: "Plan the year" }), () =>
      expect(version).toBeVisible({ timeout: 30_000 }),
    );
    await page.reload();
    await expect(version).toBeVisible();
    const claim = page.getByRole("button", { name: "Claim as done" });
    await sendsOnce(page, page.getByRole("button", { name: "Start" }).first(), () => expect(claim).toHaveCount(1));
  });

  test("an answer to a question that is no longer asked is refused, and its text is kept", async () => {
    const before = await answered();
    await page.goto(`${questionnaire}?show=unanswered`);
    await page.route(`${questionnaire}**`, (route) => {
      const body = route.request().postData();
      return body?.includes('"question"')
        ? route.continue({ postData: body.replace(/"question":"[^"]+"/, '"question":"long-gone-q1"') })
        : route.fallback();
    });
    await page.getByRole("radio", { name: /^2 / }).check();
    await comment().pressSequentially("As we said last year.");
    await expect(status("Not saved: This question is no longer asked.")).toContainText("Kept in this browser.");
    await expect(comment()).toHaveValue("As we said last year.");
    expect(await answered()).toBe(before);
    await page.unroute(`${questionnaire}**`);
    await page.getByRole("button", { name: "Try again now" }).click();
    await expect(status("Saved at")).toBeVisible();
    expect(await answered()).toBe(before + 1);
  });

  test("a lost connection in the middle of typing loses nothing", async () => {
    await openNext("1");
    await comment().pressSequentially("First half, ");
    await expect(status("Saved at")).toBeVisible();
    await page.context().setOffline(true);
    await comment().pressSequentially("second half.");
    await expect(status("Not saved yet: no connection. Kept in this browser.")).toBeVisible();
    await expect(comment()).toHaveValue("First half, second half.");
    await page.context().setOffline(false);
    await expect(status("Saved at")).toBeVisible();
    await page.reload();
    await expect(comment()).toHaveValue("First half, second half.");
  });

  test("a session that is ended while one types keeps the text until one is back", async () => {
    await openNext("2");
    await comment().pressSequentially("What I know");
    await expect(status("Saved at")).toBeVisible();
    const account = await page.context().newPage();
    await account.goto("/account");
    await account
      .getByRole("listitem")
      .filter({ hasText: "this one" })
      .getByRole("button", { name: /^End the session/ })
      .click();
    await account.waitForURL(/\/sign-in/);
    await comment().pressSequentially(" and what I heard.");
    await expect(status("Not saved: Your session has ended.")).toContainText("Kept in this browser.");
    await expect(comment()).toHaveValue("What I know and what I heard.");
    await account.getByLabel("E-mail").fill(emailOf("admin"));
    await account.getByLabel("Password").fill(PASSWORD);
    await account.getByRole("button", { name: "Sign in" }).click();
    await account.waitForURL(new RegExp(`/${HOME}`));
    await page.getByRole("button", { name: "Try again now" }).click();
    await expect(status("Saved at")).toBeVisible();
    await page.reload();
    await expect(comment()).toHaveValue("What I know and what I heard.");
  });
});

/** Presses twice as fast as a hand can, and counts what leaves the browser until it is done. */
async function sendsOnce(page: Page, button: Locator, done?: () => Promise<unknown>): Promise<void> {
  const sent: string[] = [];
  const isChange = ({ method, url }: { method: string; url: string }) =>
    method === "POST" && !/csrf|_log|\/api\/live\//.test(url);
  const count = (request: { method(): string; url(): string }) => {
    if (isChange({ method: request.method(), url: request.url() })) sent.push(request.url());
  };
  page.on("request", count);
  const answered = page.waitForResponse((response) => response.request().method() === "POST" && response.ok());
  await button.dblclick();
  await answered;
  await done?.();
  page.off("request", count);
  expect(sent).toHaveLength(1);
}
