import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { filledIn } from "#lib/server/services/exchange/filled-in.fixture.ts";
import { rows } from "../support/database.ts";
import { asBrowserCookie, groundCookie } from "../support/sign-in-once.ts";
import { expect, provingGround, test } from "../support/test.ts";

const [KEPT, CONTESTED, REFUSED] = ["entrances-known-q1", "egress-is-listed-q1", "breaking-point-known-q1"];
const FORMER = {
  catalogue: "2025.1",
  asks: "Do you know every entrance of the old hall?",
  levels: ["a", "b", "c", "d", "e"],
};
const title = (page: Page) => page.getByRole("heading", { level: 1 });

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

/** A page that is drawn does not hear keys yet. */
async function pressUntil(page: Page, key: string, says: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(page.getByText(says).first()).toBeVisible({ timeout: 3_000 });
  }).toPass();
}

async function start(page: Page, name: string, carryFrom?: string): Promise<string> {
  await page.goto(`/${provingGround().slug}/assessments/new`);
  await page.getByLabel("Name").fill(name);
  if (carryFrom) {
    const choice = page.getByRole("option", { name: new RegExp(`^${carryFrom},`) });
    await page.getByLabel("Carry answers forward from").selectOption(await choice.getAttribute("value"));
  }
  await page.getByRole("button", { name: "Start the assessment" }).click();
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function takeOffline(page: Page, of: string): Promise<Uint8Array> {
  await page.goto(`${of}/exchange`);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Excel workbook" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^questionnaire-.*\.xlsx$/);
  return readFileSync(await download.path());
}

test("a consultant fills a workbook in on the train, settles what a colleague answered meanwhile, and confirms it a year later", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ baseURL });
  await context.addCookies([asBrowserCookie(await groundCookie("consultant"))]);
  const page = await context.newPage();
  const name = `On the train ${Date.now()}`;
  const of = await start(page, name);
  const workbook = filledIn(await takeOffline(page, of), {
    [KEPT]: { level: "3 enforced", comment: "each one has an owner", confidence: "high" },
    [CONTESTED]: { level: "1 ad hoc", comment: "written on the train" },
    [REFUSED]: { level: "often" },
  });

  await page.goto(`${of}/questionnaire?question=${CONTESTED}`);
  await title(page).click();
  await pressUntil(page, "4", /^Saved/);

  await page.goto(`${of}/exchange`);
  const buffer = Buffer.from(workbook);
  await page.getByLabel("Questionnaire file").setInputFiles({ name: "back.xlsx", mimeType: "application/zip", buffer });
  await expect(page.getByRole("group", { name: "Not taken" })).toContainText('"often" is no level');
  await expect(page.getByRole("heading", { name: "Your decision (1)" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import/ })).toBeDisabled();
  await expect(page.getByRole("status").filter({ hasText: "waits for your decision" })).toBeVisible();
  await expectAccessible(page);
  // Nothing is stored while one looks.
  const stored = () => rows("select 1 from answers where assessment_id = $1", [of.split("/").at(-1)]);
  expect(await stored()).toHaveLength(1);
  const contested = page.getByRole("group").filter({ hasText: "written on the train" });
  await contested.getByRole("radio", { name: "Take this one" }).check();
  await page.getByRole("button", { name: "Import 2 answers" }).click();
  await expect(page.getByText("2 answers imported")).toBeVisible();
  expect(await stored()).toHaveLength(2);
  await page.goto(`${of}/questionnaire?question=${CONTESTED}`);
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue("written on the train");
  await page.goto(`${of}/review`);
  await expect(page.getByText(/imported 2 answers from/)).toBeVisible();

  // A year later the catalogue asks one of the two in other words.
  await rows("update answers set asked = $1 where assessment_id = $2 and question_id = $3", [
    FORMER,
    of.split("/").at(-1),
    KEPT,
  ]);
  const next = await start(page, `${name}, again`, name);
  await page.goto(`${next}/questionnaire?question=${CONTESTED}`);
  await expect(title(page)).toContainText(/^0 of \d+ questions are answered; 2 earlier ones wait to be confirmed/);
  const notice = page.getByRole("region", { name: "Confirm or change" });
  await expect(notice).toContainText(`Carried forward from ${name}`);
  await expect(notice).toContainText("written on the train");
  await expectAccessible(page);
  await title(page).click();
  await pressUntil(page, "y", "1 answer confirmed");
  await expect(title(page)).toContainText(/^1 of \d+ questions are answered; 1 earlier one waits to be confirmed/);
  await expect(notice).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue("written on the train");

  // A question that means something else is confirmed alone, with what changed before one's eyes.
  await page.goto(`${next}/questionnaire?question=${KEPT}`);
  await expect(notice).toContainText("The question means something else since then");
  await expect(notice).toContainText(FORMER.asks);
  await expect(page.getByRole("region", { name: "Answers to confirm" }).getByRole("button")).toHaveText([
    "Look at each of them",
  ]);
  await expectAccessible(page);
  await notice.getByRole("button", { name: "Holds for the new wording" }).click();
  await expect(title(page)).toContainText(/^2 of \d+ questions are answered/);
  await expect(page.getByRole("region", { name: "Answers to confirm" })).toBeHidden();
  await context.close();
});
