import { asBrowserCookie, groundCookie } from "../support/sign-in-once.ts";
import { expect, provingGround, test } from "../support/test.ts";

test("a leader slides capacity and budget, sees risk and scores move, chooses from the curve and takes it over", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const ground = provingGround();
  const context = await browser.newContext({ baseURL });
  await context.addCookies([asBrowserCookie(await groundCookie("leader"))]);
  const page = await context.newPage();
  const plan = `/${ground.slug}/assessments/${ground.planned?.admin}/plan`;
  await page.goto(plan);
  // Why not sooner: of something that waits for a later plan.
  const second = page.getByRole("region", { name: /.+/ }).filter({ hasText: "Plan 2 ·" }).first();
  await second.getByText(/^Plan 2 ·/).click();
  await second
    .getByRole("button", { name: /^Why is .* not done sooner\?$/ })
    .first()
    .click();
  await expect(second.getByRole("status").filter({ hasText: "waits for Q2" })).toContainText(
    /full in Q1|done in Q2|more risk first/,
  );
  await page.getByRole("link", { name: "What if" }).click();
  const says = page.getByRole("status").filter({ hasText: /days? .*for \d+ initiative/ });
  const left = page.getByText("Risk left after the year").locator("xpath=following-sibling::dd");
  await expect(left).toHaveText(/^[\d,.]+$/);
  const asItStands = (await left.textContent()) ?? "";

  // Without anybody nothing is done.
  for (const skill of ["Platform", "Security", "Application", "Cloud"]) await page.getByLabel(skill).press("Home");
  await expect(says).toContainText("0 days for 0 initiatives");
  await page.getByRole("button", { name: "As it stands" }).click();
  await expect(left).toHaveText(asItStands);
  await page.getByLabel("Platform").press("End");
  await expect(left).not.toHaveText(asItStands);
  expect(Number(((await left.textContent()) ?? "").replace(",", ""))).toBeLessThan(Number(asItStands.replace(",", "")));

  await page.getByRole("button", { name: "Draw the curve" }).click();
  const budgets = page.getByRole("group", { name: "Budgets" });
  await expect(budgets.getByRole("row")).toHaveCount(11, { timeout: 30_000 });
  const lefts = await budgets.getByRole("row").locator("td:nth-child(3)").allTextContents();
  const numbers = lefts.map(Number);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  await budgets.getByRole("button", { name: "Choose" }).nth(1).click();
  await expect(budgets.getByRole("button", { name: "Chosen" })).toBeVisible();
  const budget = Number(await page.getByRole("slider", { name: "Budget" }).inputValue());
  await expect(says).toContainText("version 1");

  await page.getByRole("button", { name: "Plan the year with this" }).click();
  await page.waitForURL(new RegExp(`${plan}$`), { timeout: 30_000 });
  await expect(page.getByText("Version 2, not approved")).toBeVisible();
  await expect(page.getByRole("heading", { name: "What moved since version 1" })).toBeVisible();
  await page.goto(`${plan}/what-if`);
  await expect(page.getByRole("slider", { name: "Budget" })).toHaveValue(String(budget));
  await context.close();
});
