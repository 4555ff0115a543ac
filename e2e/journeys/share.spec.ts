import { HOME } from "../support/people.ts";
import { asBrowserCookie, demoCookie } from "../support/sign-in-once.ts";
import { expect, test } from "../support/test.ts";

test("a consultant shares the roadmap by a link, a stranger reads what it shows, and revoking it ends that", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL });
  await context.addCookies([asBrowserCookie(await demoCookie("consultant"))]);
  const page = await context.newPage();
  await page.goto(`/${HOME}/assessments`);
  await page.getByRole("main").getByRole("link", { name: "Health assessment 2026" }).first().click();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Deliverables" }).click();
  const links = page.getByRole("region", { name: "Share links" });
  await links.getByRole("button", { name: "Make a link" }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  await expect(page.getByText("Enter for whom it is")).toBeVisible();
  await page.getByLabel("For whom").fill("The board");
  await page.getByRole("radio", { name: /Figures alone/ }).check();
  await page.getByRole("button", { name: "Make the link" }).click();
  const address = (await links.getByText(/\/share\/[\w-]{43}$/).textContent()) ?? "";
  const line = links.getByRole("row", { name: /The board/ });
  await expect(line).toContainText("open until");

  const stranger = await (await browser.newContext({ baseURL })).newPage();
  await stranger.goto(address);
  await expect(stranger.getByRole("heading", { level: 1 })).toContainText("of the risk is removed");
  await expect(stranger.getByRole("heading", { name: "Twelve months" })).toBeVisible();
  const text = await stranger.content();
  for (const withheld of ["Meridian", "Health assessment", "Pod Security"]) expect(text).not.toContain(withheld);
  await expect(stranger.getByRole("link")).toHaveCount(0);
  const badge = await stranger.request.get(`${address}/badge.svg`);
  expect([badge.status(), badge.headers()["content-type"]]).toEqual([200, "image/svg+xml"]);
  expect(await badge.text()).toContain("Kubernetes risk");

  // The token was shown once.
  await page.reload();
  await expect(links.getByText(/\/share\/[\w-]{43}/)).toHaveCount(0);
  await line.getByRole("button", { name: "Revoke the link for The board" }).click();
  await expect(line).toContainText("revoked by");
  const gone = await stranger.goto(address);
  expect(gone?.status()).toBe(404);
  const never = await stranger.request.get(`/share/${"A".repeat(43)}`);
  expect(never.status()).toBe(404);
  expect((await stranger.request.get(`${address}/badge.svg`)).status()).toBe(404);
});
