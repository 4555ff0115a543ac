import { asBrowserCookie, groundCookie } from "../support/sign-in-once.ts";
import { expect, provingGround, test } from "../support/test.ts";

test("a leader approves the roadmap with its budget and accepts a risk; others see it, and a later version waits", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const ground = provingGround();
  const plan = `/${ground.slug}/assessments/${ground.planned?.leader}/plan`;
  const open = async (role: "leader" | "architect") => {
    const context = await browser.newContext({ baseURL });
    await context.addCookies([asBrowserCookie(await groundCookie(role))]);
    const page = await context.newPage();
    await page.goto(plan);
    return page;
  };
  const architect = await open("architect");
  const approval = architect.getByRole("region", { name: "Approval" });
  await expect(approval).toContainText("A leader approves version 1.");
  await expect(architect.getByRole("button", { name: /^Approve/ })).toHaveCount(0);

  const leader = await open("leader");
  const form = leader.getByRole("region", { name: "Approval" });
  const button = form.getByRole("button", { name: "Approve version 1" });
  await expect(leader.getByText("Version 1, not approved")).toBeVisible();
  await form.getByLabel("Budget in person-days").fill("0.5");
  await button.click();
  await expect(form.getByRole("alert")).toContainText("This budget does not pay for this plan.");
  await form.getByLabel("Budget in person-days").fill("500");
  await form.getByLabel("What a day costs").fill("900");
  await form.getByRole("checkbox").first().check();
  await button.click();
  await expect(form).toContainText("Say why this may stay as it is");
  await form.getByLabel("Reason").fill("The vendor holds it until spring.");
  await button.click();
  await expect(form).toContainText("Version 1 is approved");
  await expect(form).toContainText("500 days, EUR 450,000");
  await expect(form.getByRole("group", { name: "Accepted risks" })).toContainText("The vendor holds it until spring.");
  await expect(form).toContainText(/[0-9a-f]{64}/);

  await architect.reload();
  await expect(approval).toContainText("Version 1 is approved");
  await architect.getByRole("button", { name: "Plan the year again" }).click();
  await expect(approval).toContainText("Version 2 was planned after that and is not approved.", { timeout: 30_000 });
  await expect(approval).toContainText("Version 1 is approved");
  await leader.context().close();
  await architect.context().close();
});
