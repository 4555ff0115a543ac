import { GROUND, HOME } from "../support/people.ts";
import { asBrowserCookie, demoCookie, groundCookie } from "../support/sign-in-once.ts";
import { expect, test } from "../support/test.ts";

test("a leader narrows the scorecard, compares by ticks and by a rectangle, and shares the view by its address", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL });
  await context.addCookies([asBrowserCookie(await demoCookie("leader"))]);
  const page = await context.newPage();
  await page.goto(`/${HOME}/assessments`);
  await page.getByRole("main").getByRole("link", { name: "Health assessment 2026" }).first().click();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Scorecard" }).click();
  const table = page.getByRole("group", { name: "The scorecard as a table" }).getByRole("row");
  const filters = page.getByRole("form", { name: "Filters" });
  await expect(table.nth(40)).toBeVisible();
  const all = await table.count();

  await filters.getByLabel("Layer").selectOption("container");
  await expect.poll(() => table.count()).toBeLessThan(all);
  const label = (await filters.getByLabel("Layer").locator("option:checked").textContent()) ?? "";
  // The choice says how many it leaves; the first row is the head.
  expect(await table.count()).toBe(1 + Number(/\((\d+)\)/.exec(label)?.[1]));
  await expect(page).toHaveURL(/layer=container/);

  await table.nth(1).getByRole("checkbox").check();
  await table.nth(2).getByRole("checkbox").check();
  const compared = page.getByRole("region", { name: "2 initiatives compared" });
  await expect(compared).toContainText(/Together they remove .* for .* a day\./);
  await page.reload();
  await expect(compared.getByRole("row")).toHaveCount(3);
  await expect(filters.getByLabel("Layer")).toHaveValue("container");
  await compared
    .getByRole("button", { name: /^Leave .* out of the comparison$/ })
    .first()
    .click();
  await expect(page.getByRole("region", { name: "1 initiative compared" })).toBeVisible();

  // A rectangle around everything compares everything that is shown.
  const shown = (await table.count()) - 1;
  const chart = page.getByRole("img", { name: /^Risk removed by effort/ });
  await expect(chart.locator("circle")).toHaveCount(shown);
  const box = await chart.boundingBox();
  if (!box) throw new Error("the chart has no place");
  await chart.scrollIntoViewIfNeeded();
  const at = (await chart.boundingBox()) ?? box;
  await page.mouse.move(at.x + 60, at.y + 4);
  await page.mouse.down();
  await page.mouse.move(at.x + 200, at.y + 100, { steps: 3 });
  await page.mouse.move(at.x + at.width - 3, at.y + at.height - 40, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByRole("region", { name: `${shown} initiatives compared` })).toBeVisible();
  await page.getByRole("button", { name: "Compare none" }).click();
  await filters.getByRole("button", { name: "Show all" }).click();
  await expect.poll(() => table.count()).toBe(all);
  await context.close();
});

test("an architect adds an initiative in place of another, a consultant says what it takes, and it is taken away again", async ({
  browser,
  baseURL,
}) => {
  const title = "Move the batch jobs to a managed platform";
  const context = await browser.newContext({ baseURL });
  await context.addCookies([asBrowserCookie(await groundCookie("architect"))]);
  const page = await context.newPage();
  await page.goto(`/${GROUND.organization}/assessments`);
  await page.getByRole("main").getByRole("link", { name: "proving assessment" }).first().click();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Scorecard" }).click();
  const first = page.getByRole("group", { name: "The scorecard as a table" }).getByRole("row").nth(1);
  const replaced = (await first.getByRole("button").first().textContent())?.replace(/^\d+/, "").trim() ?? "nothing";

  await page.getByRole("button", { name: "Add an initiative" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title").fill(title);
  await dialog.getByLabel("Reason").fill("The contract ends in June");
  await dialog.getByRole("checkbox", { name: "Cloud" }).check();
  await dialog.getByLabel("Likely").fill("4");
  await dialog.locator("summary", { hasText: "In place of" }).click();
  await dialog.getByRole("checkbox", { name: replaced, exact: true }).first().check();
  await dialog.getByRole("button", { name: "Add it" }).click();
  // One day of three is no estimate: nothing that was typed is lost.
  await expect(dialog.getByText("Enter a number of days").first()).toBeVisible();
  await expect(dialog.getByLabel("Title")).toHaveValue(title);
  await dialog.getByLabel("Likely").fill("");
  await dialog.getByRole("button", { name: "Add it" }).click();
  const waiting = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });
  await expect(waiting).toContainText(/risk points? in \d+ findings?/);
  await expect(first).not.toContainText(replaced);

  await context.clearCookies();
  await context.addCookies([asBrowserCookie(await groundCookie("consultant"))]);
  await page.reload();
  await waiting.getByRole("button", { name: "Say what it takes" }).click();
  await waiting.getByLabel("Person-days").fill("7");
  await waiting.getByLabel("Reason").fill("As long as last time");
  await waiting.getByRole("button", { name: "Set the effort" }).click();
  await expect(waiting).toHaveCount(0);
  await page.getByRole("button", { name: title }).click();
  const panel = page.getByRole("region", { name: "Chosen initiative" });
  await expect(panel).toContainText("7 days");
  await panel.getByRole("button", { name: "Remove it" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove the initiative" }).click();
  await expect(page.getByRole("button", { name: title })).toHaveCount(0);
  await expect(first).toContainText(replaced);
  await context.close();
});
