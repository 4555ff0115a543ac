import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { asBrowserCookie, cookieOf, groundCookie, spareEmail } from "../support/sign-in-once.ts";
import { expect, provingGround, test } from "../support/test.ts";

const title = (page: Page) => page.getByRole("heading", { level: 1 });

async function enter(browser: Browser, baseURL: string | undefined, cookie: string): Promise<Page> {
  const context = await browser.newContext({ baseURL });
  await context.addCookies([asBrowserCookie(cookie)]);
  return context.newPage();
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

/** Answers the questions that are open to the person, one after another by keyboard: a level and a comment each. */
async function answerAlone(page: Page, of: string, answers: readonly { level: string; comment: string }[]) {
  await page.goto(`${of}/workshop`);
  await page.getByRole("link", { name: "Answer them" }).click();
  for (const { level, comment } of answers) {
    await expect(page.getByText("You answer this alone")).toBeVisible();
    await page.getByRole("button", { name: "Next", exact: true }).focus();
    await page.keyboard.press(level);
    await page.getByRole("textbox", { name: "Comment" }).fill(comment);
    await expect(page.getByText(/^Saved/)).toBeVisible();
    await page.getByRole("button", { name: "Next", exact: true }).click();
  }
}

test("two architects answer alone, a consultant shows what they said, and the workshop settles what differs", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const ground = provingGround();
  const of = `/${ground.slug}/assessments/${ground.blind?.start.consultant}`;
  const consultant = await enter(browser, baseURL, await groundCookie("consultant"));
  await consultant.goto(`${of}/workshop`);
  await expect(title(consultant)).toHaveText("Where two architects answer alone, their differences become the agenda");
  await consultant.getByRole("button", { name: "Have people answer alone" }).click();
  for (const name of ["proving spare-15", "proving spare-16"])
    await consultant.getByRole("checkbox", { name: new RegExp(name) }).check();
  await consultant.getByRole("checkbox", { name: /^Scalability/ }).check();
  await expectAccessible(consultant);
  await consultant.getByRole("button", { name: "Start answering alone" }).click();
  await expect(title(consultant)).toHaveText(
    /^proving spare-15 and proving spare-16 answer \d+ questions, each alone$/,
  );

  const ada = await enter(browser, baseURL, await cookieOf(spareEmail(15)));
  await answerAlone(ada, of, [
    { level: "3", comment: "by the autoscaler" },
    { level: "4", comment: "ada-is-certain" },
  ]);
  const bo = await enter(browser, baseURL, await cookieOf(spareEmail(16)));
  await bo.goto(`${of}/workshop`);
  await expect(bo.getByText("answers alone", { exact: true })).toBeVisible();
  await answerAlone(bo, of, [
    { level: "3", comment: "as far as I know" },
    { level: "1", comment: "bo-has-doubts" },
  ]);
  expect(await bo.content()).not.toContain("ada-is-certain");

  await consultant.goto(`${of}/workshop`);
  await expect(consultant.getByText(/^2 of \d+ answered$/)).toHaveCount(2);
  await consultant.getByRole("button", { name: "End the round" }).click();
  await expect(consultant.getByRole("dialog")).toContainText(/proving spare-15 has answered 2 of \d+/);
  await expectAccessible(consultant);
  await consultant.getByRole("button", { name: "End and show" }).click();
  await expect(title(consultant)).toHaveText("1 difference to settle in the workshop, in 10 min");
  await expect(consultant.getByText("ada-is-certain")).toBeVisible();
  await expect(consultant.getByText("bo-has-doubts")).toBeVisible();
  await expect(consultant.getByText("3 levels apart")).toBeVisible();
  await consultant.getByRole("button", { name: "Adopt 1 agreed answer" }).click();
  await expect(consultant.getByText("All of them are answers of the assessment.")).toBeVisible();

  const minutes = consultant.getByRole("spinbutton", { name: /^Minutes for/ });
  await minutes.fill("25");
  await minutes.blur();
  await expect(title(consultant)).toHaveText("1 difference to settle in the workshop, in 25 min");
  await expectAccessible(consultant);
  await consultant.getByRole("radio", { name: "2", exact: true }).check();
  await consultant.getByRole("textbox", { name: /^What was agreed/ }).fill("The batch jobs have no limits yet.");
  await consultant.getByRole("button", { name: "Store the agreed answer" }).click();
  await expect(title(consultant)).toHaveText("Every difference is settled");
  await expect(consultant.getByText(/^Agreed: 2 ·/)).toBeVisible();
  await expectAccessible(consultant);

  await consultant.getByRole("link", { name: "Open in the questionnaire" }).click();
  await expect(consultant.getByRole("textbox", { name: "Comment" })).toHaveValue("The batch jobs have no limits yet.");
  await expect(title(consultant)).toHaveText(/^2 of \d+ questions are answered/);
});

test("a question is discussed by keyboard, and who is mentioned finds it until they looked", async ({
  browser,
  baseURL,
}) => {
  const ground = provingGround();
  const of = `/${ground.slug}/assessments/${ground.blind?.start.leader}`;
  const architect = await enter(browser, baseURL, await groundCookie("architect"));
  await architect.goto(`${of}/questionnaire`);
  const asked = await architect.getByRole("heading", { level: 2 }).first().textContent();
  await architect.getByRole("button", { name: "Next", exact: true }).focus();
  await architect.keyboard.press("d");
  const field = architect.getByRole("textbox", { name: "Add to the discussion" });
  await expect(field).toBeFocused();
  await architect.keyboard.type("Who can tell, @proving lea");
  await expect(architect.getByRole("option", { name: "proving leader" })).toBeVisible();
  await expectAccessible(architect);
  await architect.keyboard.press("Enter");
  await architect.keyboard.type("or <b>nobody</b>?");
  await architect.keyboard.press("Control+Enter");
  await expect(architect.getByText("Who can tell, @proving leader or <b>nobody</b>?")).toBeVisible();
  await expect(field).toHaveValue("");
  await expect(architect.getByRole("button", { name: "Resolve" })).toBeVisible();

  const leader = await enter(browser, baseURL, await groundCookie("leader"));
  await leader.goto(`/${ground.slug}/mentions`);
  const mention = leader.getByRole("listitem").filter({ hasText: "or <b>nobody</b>?" });
  await expect(mention.getByText("Unread")).toBeVisible();
  await expectAccessible(leader);
  await mention.getByRole("link", { name: asked ?? "" }).click();
  await expect(leader.getByText("or <b>nobody</b>?")).toBeVisible();
  await leader.getByRole("textbox", { name: "Add to the discussion" }).fill("The runbook tells.");
  await leader.getByRole("button", { name: "Send comment" }).click();
  await leader.getByRole("button", { name: "Resolve" }).click();
  await expect(leader.getByText("proving leader resolved this")).toBeVisible();
  await expectAccessible(leader);
  await leader.goto(`/${ground.slug}/mentions`);
  await expect(mention).toBeVisible();
  await expect(mention.getByText("Unread")).toHaveCount(0);

  await architect.reload();
  await architect.getByRole("button", { name: "Next", exact: true }).focus();
  await architect.keyboard.press("d");
  await architect.getByRole("button", { name: "Withdraw" }).click();
  await expect(architect.getByText("withdrawn", { exact: true })).toBeVisible();
  await expect(architect.getByText("or <b>nobody</b>?")).toHaveCount(0);
});
