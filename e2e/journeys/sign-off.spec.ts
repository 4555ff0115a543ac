import { spawnSync } from "node:child_process";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import type { Role } from "#lib/access/permissions.ts";
import { asBrowserCookie, groundCookie } from "../support/sign-in-once.ts";
import { expect, provingGround, test } from "../support/test.ts";

const title = (page: Page) => page.getByRole("heading", { level: 1 });

async function walk(browser: Browser, baseURL: string | undefined, role: Role) {
  const context = await browser.newContext({ baseURL });
  await context.addCookies([asBrowserCookie(await groundCookie(role))]);
  const ground = provingGround();
  const of = `/${ground.slug}/assessments/${ground.ready?.walk}`;
  return { page: await context.newPage(), of, list: `/${ground.slug}/assessments` };
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

test("an architect submits, a consultant requests changes and accepts, a leader signs, and it is frozen everywhere", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const architect = await walk(browser, baseURL, "architect");
  await architect.page.goto(`${architect.of}/review`);
  await expect(title(architect.page)).toHaveText("This draft has all its answers and can be submitted");
  await architect.page.getByRole("button", { name: "Submit for review" }).click();
  await expect(title(architect.page)).toHaveText("1 of 1 answer waits for a review");

  const consultant = await walk(browser, baseURL, "consultant");
  await consultant.page.goto(`${consultant.of}/review`);
  await expect(consultant.page.getByRole("button", { name: "Accept the assessment" })).toBeDisabled();
  await consultant.page.getByRole("button", { name: "Next" }).focus();
  await consultant.page.keyboard.press("r");
  await consultant.page.getByLabel("What is to be changed").fill("Say which clusters you looked at.");
  await consultant.page.getByRole("button", { name: "Request changes" }).click();
  await expect(title(consultant.page)).toHaveText("Every answer is reviewed, and some are to be changed");
  await consultant.page.getByRole("button", { name: "Send back for changes" }).click();
  await expect(consultant.page.getByRole("dialog")).toBeVisible();
  await expectAccessible(consultant.page);
  await consultant.page.getByRole("button", { name: "Send back", exact: true }).click();
  await expect(title(consultant.page)).toHaveText("Sent back: 1 answer is to be changed");

  await architect.page.goto(`${architect.of}/review`);
  await expect(architect.page.getByText("Say which clusters you looked at.").first()).toBeVisible();
  await architect.page.getByRole("link", { name: "Open in the questionnaire" }).click();
  await architect.page.getByRole("textbox", { name: "Comment" }).fill("Looked at the one that takes payments.");
  await expect(architect.page.getByText(/^Saved/)).toBeVisible();
  await architect.page.goto(`${architect.of}/review`);
  await expect(title(architect.page)).toHaveText("Sent back, and changed since: it can be submitted again");
  await architect.page.getByRole("button", { name: "Submit for review" }).click();
  await expect(title(architect.page)).toHaveText("1 of 1 answer waits for a review");

  await consultant.page.goto(`${consultant.of}/review`);
  await consultant.page.getByRole("button", { name: "Next" }).focus();
  await consultant.page.keyboard.press("a");
  await expect(title(consultant.page)).toHaveText("Every answer is accepted, and so can be the assessment");
  await consultant.page.getByRole("button", { name: "Accept the assessment" }).click();
  await expect(title(consultant.page)).toHaveText("Accepted, and ready to be signed");
  await expect(consultant.page.getByRole("button", { name: "Sign the assessment" })).toHaveCount(0);

  const leader = await walk(browser, baseURL, "leader");
  await leader.page.goto(`${leader.of}/review`);
  await leader.page.getByRole("button", { name: "Sign the assessment" }).click();
  await expect(leader.page.getByRole("dialog")).toContainText(
    "1 answer, each accepted by somebody other than its author",
  );
  await expectAccessible(leader.page);
  await leader.page.getByRole("button", { name: "Sign and freeze" }).click();
  await expect(title(leader.page)).toHaveText(/^Signed by proving leader, and frozen since$/);
  await expectAccessible(leader.page);

  await expectFrozen(architect);
  await expectVerified(leader.page);
});

async function expectFrozen({ page, of, list }: Awaited<ReturnType<typeof walk>>): Promise<void> {
  for (const path of ["", "/map", "/findings", "/scorecard", "/plan", "/questionnaire"]) {
    await page.goto(`${of}${path}`);
    await expect(page.getByText(/by proving leader on .*, digest/)).toBeVisible();
  }
  await expect(page.getByRole("textbox", { name: "Comment" })).not.toBeEditable();
  await expect(page.getByRole("radio").first()).toBeDisabled();
  await page.goto(list);
  await expect(page.getByRole("row").filter({ hasText: "proving walk" })).toContainText("Signed");
}

/** What the page hands out and prints is all that somebody outside needs. */
async function expectVerified(page: Page): Promise<void> {
  const anchor = await page.getByText(/^\d+:[0-9a-f]{64}$/).textContent();
  const digest = await page.getByText(/^[0-9a-f]{64}$/).textContent();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export the log" }).click(),
  ]);
  const [signed] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the signed document" }).click(),
  ]);
  const verified = spawnSync(
    process.execPath,
    ["cli/verify-log.ts", "--anchor", anchor ?? "", "--document", await signed.path(), await download.path()],
    { encoding: "utf8" },
  );
  expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining(`ends at ${anchor}`) });
  await expect(page.getByText(digest ?? "", { exact: true })).toBeVisible();
}
