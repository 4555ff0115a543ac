import { asBrowserCookie, groundCookie } from "../support/sign-in-once.ts";
import { expect, provingGround, test } from "../support/test.ts";

test("a consultant keeps a claim with its reason, opens it again and takes the evidence; the answer says what was seen", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL });
  await context.addCookies([asBrowserCookie(await groundCookie("consultant"))]);
  const ground = provingGround();
  const of = `/${ground.slug}/assessments/${ground.contested?.open.leader}`;
  const page = await context.newPage();
  const title = page.getByRole("heading", { level: 1 });
  const dialog = page.getByRole("dialog");
  const decisions = page.getByRole("list", { name: "Decisions" }).getByRole("listitem");

  await page.goto(`${of}/contradictions`);
  await expect(title).toHaveText("1 contradiction waits for a decision");
  await expect(page.getByRole("region", { name: "Claimed" })).toContainText(`${ground.secret} claims`);
  await expect(page.getByRole("region", { name: "Seen" }).getByRole("link")).toHaveAttribute("href", /\/scans\//);

  await page.getByRole("button", { name: "Keep the claim" }).click();
  await dialog.getByRole("button", { name: "Keep the claim" }).click();
  await expect(dialog).toContainText("Say why the claim holds");
  await dialog.getByLabel("Reason").fill("The agent needs the network of its node.");
  await dialog.getByRole("button", { name: "Keep the claim" }).click();
  await expect(title).toHaveText("Every contradiction is settled");
  await expect(decisions.first()).toContainText("The agent needs the network of its node.");

  await page.goto(`${of}/questionnaire?question=${ground.contested?.question}`);
  const notice = page.getByRole("region", { name: "Contradiction" });
  await expect(notice).toContainText("it is settled");
  await notice.getByRole("link", { name: "See it in the ledger" }).click();

  await page.getByRole("button", { name: "Open it again" }).click();
  await dialog.getByLabel("Reason").fill("It is no agent.");
  await dialog.getByRole("button", { name: "Open it again" }).click();
  await expect(title).toHaveText("1 contradiction waits for a decision");
  await expect(page.getByRole("article")).toContainText("The decision was taken back.");
  await expect(decisions).toHaveCount(2);

  await page.getByRole("button", { name: "Take the evidence" }).click();
  await dialog.getByRole("button", { name: "Take the evidence" }).click();
  await expect(title).toHaveText("Every contradiction is settled");
  await expect(page.getByRole("heading", { name: "No longer differ (1)" })).toBeVisible();
  await page.goto(`${of}/questionnaire?question=${ground.contested?.question}`);
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue(/As seen on .* Before: /);
  await context.close();
});

test("one decision settles the same contradiction on every cluster that one ticks, and on no other", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL });
  await context.addCookies([asBrowserCookie(await groundCookie("consultant"))]);
  const page = await context.newPage();
  const ground = provingGround();
  const title = page.getByRole("heading", { level: 1 });
  const dialog = page.getByRole("dialog");
  await page.goto(`/${ground.slug}/assessments/${ground.contested?.twice}/contradictions`);
  await expect(title).toHaveText("2 contradictions wait for a decision");

  await page.getByRole("button", { name: "Keep the claim" }).first().click();
  await expect(dialog.getByRole("checkbox")).toBeChecked();
  await dialog.getByRole("checkbox").uncheck();
  await dialog.getByLabel("Reason").fill("The agent of this one needs it.");
  await dialog.getByRole("button", { name: "Keep the claim" }).click();
  await expect(title).toHaveText("1 contradiction waits for a decision");

  await page.getByRole("button", { name: "Open it again" }).click();
  await dialog.getByLabel("Reason").fill("Both are the same.");
  await dialog.getByRole("button", { name: "Open it again" }).click();
  await expect(title).toHaveText("2 contradictions wait for a decision");

  await page.getByRole("button", { name: "Keep the claim" }).first().click();
  await dialog.getByLabel("Reason").fill("The agents need the network of their nodes.");
  await dialog.getByRole("button", { name: "Keep the claim" }).click();
  await expect(title).toHaveText("Every contradiction is settled");
  await expect(page.getByText("The agents need the network of their nodes.")).toHaveCount(2);
  await context.close();
});
