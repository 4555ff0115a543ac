import type { Page } from "@playwright/test";
import { asBrowserCookie, groundCookie } from "../support/sign-in-once.ts";
import { expect, provingGround, test } from "../support/test.ts";

const ANSWERS = 150;

test.describe.configure({ mode: "serial" });

test.describe("an architect fills in a questionnaire by keyboard", () => {
  let page: Page;
  const of = () => `/${provingGround().slug}/assessments/${provingGround().contested?.settled.leader}`;
  const heading = () => page.getByRole("heading", { level: 1 });
  const question = () => page.getByRole("heading", { level: 2 }).first();
  const answered = () => page.getByRole("progressbar", { name: "Answered", exact: true });

  test.beforeAll(async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL });
    await context.addCookies([asBrowserCookie(await groundCookie("architect"))]);
    page = await context.newPage();
  });
  test.afterAll(() => page.context().close());

  test("sees by which keys, goes on and back, and to any question by its words", async () => {
    await page.goto(`${of()}/questionnaire`);
    const first = await question().textContent();
    await expect(async () => {
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toContainText("Next question without an answer", { timeout: 500 });
    }).toPass();
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await expect(question()).toBeFocused();
    await expect(question()).not.toHaveText(first ?? "");
    await page.keyboard.press("k");
    await expect(question()).toHaveText(first ?? "");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("metadata-service-blocked");
    await page.keyboard.press("Enter");
    await expect(question()).not.toHaveText(first ?? "");
    await expect(page).toHaveURL(/question=metadata-service-blocked/);
    await page.keyboard.press("c");
    await page.keyboard.type("jukebox");
    await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue("jukebox");
  });

  test("skips what the provider owns, and finds it under what is not asked", async () => {
    await page.goto(`${of()}/questionnaire?show=not-asked`);
    await expect(page.getByText(/^Not asked of .* EKS runs its control plane\. Answer it all the same/)).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Show" })).toContainText("Not asked (");
  });

  test("answers 150 questions without a page load, and all of them are kept", async () => {
    test.setTimeout(180_000);
    await page.goto(`${of()}/questionnaire`);
    // The page hears keys once its script runs.
    await expect(async () => {
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible({ timeout: 500 });
    }).toPass();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    const before = Number(await answered().getAttribute("aria-valuenow"));
    let loads = 0;
    page.on("domcontentloaded", () => loads++);
    for (let left = ANSWERS; left > 0; left--) {
      await page.keyboard.press("u");
      await page.keyboard.press("2");
    }
    await page.keyboard.press("k");
    await expect(answered()).toHaveAttribute("aria-valuenow", String(before + ANSWERS), { timeout: 60_000 });
    expect(loads).toBe(0);
    await page.goto(`${of()}/questionnaire`);
    await expect(heading()).toHaveText(new RegExp(`^${before + ANSWERS} of \\d+ questions are answered`));
  });

  test("sees the questions of one person, or of nobody", async () => {
    await page.goto(`${of()}/assignments`);
    await expect(heading()).toContainText("nobody who answers");
    await page.goto(`${of()}/questionnaire?of=me`);
    await expect(page.getByText("No question is like this.")).toBeVisible();
    await page.getByRole("combobox", { name: "Answered by" }).selectOption({ label: "Nobody" });
    await expect(question()).toBeVisible();
  });
});
