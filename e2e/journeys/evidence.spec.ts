import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { officeFile, PNG } from "#lib/server/collect/evidence-files.fixture.ts";
import { asBrowserCookie, groundCookie } from "../support/sign-in-once.ts";
import { expect, provingGround, test } from "../support/test.ts";

test.describe.configure({ mode: "serial" });

test.describe("an architect brings evidence for an answer", () => {
  let page: Page;
  let shelf: Locator;
  let dialog: Locator;
  const questionnaire = () =>
    `/${provingGround().slug}/assessments/${provingGround().contested?.settled.architect}/questionnaire`;
  const choose = (name: string, buffer: Buffer, mimeType = "application/octet-stream") =>
    dialog.getByLabel("Evidence file").setInputFiles({ name, mimeType, buffer });
  const open = async (kind: "File" | "Link" | "Command") => {
    await page.keyboard.press("e");
    await dialog.getByRole("tab", { name: kind }).click();
  };

  test.beforeAll(async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL });
    await context.addCookies([asBrowserCookie(await groundCookie("architect"))]);
    page = await context.newPage();
    shelf = page.getByRole("region", { name: "Evidence" });
    dialog = page.getByRole("dialog");
    await page.goto(questionnaire());
  });
  test.afterAll(() => page.context().close());

  test("E11 a page that calls itself a picture is refused, and what was typed stays", async () => {
    await shelf.getByRole("button", { name: "Add evidence" }).click();
    await choose("picture.png", Buffer.from("<html><script>alert(document.cookie)</script></html>"), "image/png");
    await dialog.getByLabel("Title").fill("Firewall rules");
    await dialog.getByRole("button", { name: "Add the file" }).click();
    await expect(dialog.getByRole("alert")).toContainText("picture.png is not what its name says.");
    await expect(dialog.getByRole("alert")).toContainText("Nothing was stored.");
    await expect(dialog.getByLabel("Title")).toHaveValue("Firewall rules");
  });

  test("a file is taken, counted, and comes back as an attachment, byte for byte", async () => {
    const file = officeFile("sheet");
    await choose("rules\u202Excod.xlsx", file);
    await dialog.getByLabel("Title").fill("Firewall rules");
    await dialog.getByRole("button", { name: "Add the file" }).click();
    await expect(dialog).toBeHidden();
    await expect(shelf.getByText("Firewall rules")).toBeVisible();
    const link = shelf.getByRole("link", { name: "rulesxcod.xlsx" });
    const answer = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(await answer.body()).toEqual(file);
    expect(answer.headers()).toMatchObject({
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="rulesxcod.xlsx"; filename*=UTF-8''rulesxcod.xlsx`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(
      createHash("sha256")
        .update(await readFile(await download.path()))
        .digest("hex"),
    ).toMatch(new RegExp(`^${await shelf.locator("code").first().textContent()}`));
  });

  test("E11 a page in a text file is handed out as text, and nothing of it runs", async () => {
    await open("File");
    await choose("page.txt", Buffer.from("<html><script>window.top.document.title='run'</script></html>"), "text/html");
    await dialog.getByRole("button", { name: "Add the file" }).click();
    await expect(dialog).toBeHidden();
    const href = await shelf.getByRole("link", { name: "page.txt" }).getAttribute("href");
    const answer = await page.request.get(href ?? "");
    expect(answer.headers()["content-type"]).toBe("text/plain; charset=utf-8");
    expect(answer.headers()["content-disposition"]).toMatch(/^attachment;/);
    // Typed into the address bar it is a download, and the page stays.
    await Promise.all([page.waitForEvent("download"), page.goto(href ?? "").catch(() => null)]);
    await expect(page).not.toHaveTitle("run");
  });

  test("F04 a link is http or https, and leaves nothing behind where it leads", async () => {
    await open("Link");
    await dialog.getByLabel("Title").fill("Decision 17");
    for (const address of ["javascript:alert(1)", "data:text/html,x", "https://me:secret@wiki.example/"]) {
      await dialog.getByLabel("Address").fill(address);
      await dialog.getByRole("button", { name: "Add the link" }).click();
      await expect(dialog.getByText("An address like https://wiki.example/page")).toBeVisible();
    }
    await dialog.getByLabel("Address").fill("https://wiki.example/decisions/17");
    await dialog.getByRole("button", { name: "Add the link" }).click();
    await expect(dialog).toBeHidden();
    const link = shelf.getByRole("link", { name: "wiki.example" });
    await expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
    await expect(link).toHaveAttribute("href", "https://wiki.example/decisions/17");
  });

  test("an output with a token is refused by its line; without it, it is kept", async () => {
    await open("Command");
    await dialog.getByRole("textbox", { name: "Command" }).fill("env");
    await dialog.getByLabel("Output").fill("HOME=/root\nGITHUB_TOKEN=ghp_abcdefghijklmnopqrstuvwx\n");
    await dialog.getByLabel("Title").fill("Environment of the runner");
    await dialog.getByRole("button", { name: "Add the command" }).click();
    await expect(dialog.getByRole("alert")).toContainText("Line 2 of the output looks like");
    await dialog.getByLabel("Output").fill("HOME=/root\nGITHUB_TOKEN=[redacted]\n");
    await dialog.getByRole("button", { name: "Add the command" }).click();
    await expect(dialog).toBeHidden();
    await shelf.getByText("$ env").click();
    await expect(shelf.getByText("GITHUB_TOKEN=[redacted]")).toBeVisible();
  });

  test("answering says until when it counts and what backs it; what has ended backs it no more", async () => {
    await page.keyboard.press("2");
    await expect(shelf.getByText(/^The answer counts until .*; backed by 4 pieces of valid evidence\.$/)).toBeVisible();
    await open("Link");
    await dialog.getByLabel("Title").fill("An old audit");
    await dialog.getByLabel("Address").fill("https://wiki.example/audit");
    await dialog.getByLabel("Observed on").fill("2026-01-10");
    await dialog.getByLabel("Valid until").fill("2026-04-10");
    await dialog.getByRole("button", { name: "Add the link" }).click();
    await expect(shelf.getByText("ended 10 Apr 2026")).toBeVisible();
    await expect(shelf.getByText(/backed by 4 pieces/)).toBeVisible();
  });

  test("withdraws one with a reason: it stays in the list and is handed out no more", async () => {
    const href = (await shelf.getByRole("link", { name: "rulesxcod.xlsx" }).getAttribute("href")) ?? "";
    await shelf.getByRole("button", { name: "Withdraw Firewall rules" }).click();
    await dialog.getByRole("button", { name: "Withdraw it" }).click();
    await expect(dialog.getByRole("alert")).toBeVisible();
    await dialog.getByLabel("Reason").fill("of another cluster");
    await dialog.getByRole("button", { name: "Withdraw it" }).click();
    await expect(shelf.getByText(/^Withdrawn by .*: of another cluster$/)).toBeVisible();
    await expect(shelf.getByText(/backed by 3 pieces/)).toBeVisible();
    expect((await page.request.get(href)).status()).toBe(422);
    await page.reload();
    await expect(shelf.getByText(/^Withdrawn by .*: of another cluster$/)).toBeVisible();
  });

  test("drops a picture on the question", async () => {
    const data = await page.evaluateHandle(
      (bytes) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], "console.png", { type: "image/png" }));
        return transfer;
      },
      [...PNG],
    );
    await shelf.dispatchEvent("drop", { dataTransfer: data });
    await expect(dialog.getByLabel("Title")).toHaveValue("console");
    await dialog.getByRole("button", { name: "Add the file" }).click();
    await expect(shelf.getByRole("link", { name: "console.png" })).toBeVisible();
  });

  test("a leader reads it and is not offered to change it", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL });
    await context.addCookies([asBrowserCookie(await groundCookie("leader"))]);
    const reader = await context.newPage();
    await reader.goto(questionnaire());
    const seen = reader.getByRole("region", { name: "Evidence" });
    await expect(seen.getByRole("link", { name: "console.png" })).toBeVisible();
    await expect(seen.getByRole("button", { name: /Add evidence|Withdraw/ })).toHaveCount(0);
    const question = new URL(page.url()).searchParams.get("question");
    await reader.goto(`${questionnaire().replace("questionnaire", "review")}?show=all&question=${question}`);
    await expect(seen.getByRole("link", { name: "console.png" })).toBeVisible();
    await context.close();
  });
});
