import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { asBrowserCookie, groundCookie } from "../support/sign-in-once.ts";
import { expect, provingGround, test } from "../support/test.ts";

const LAST_WEEK = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
const NEXT_WEEK = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

test("a consultant moves a milestone, sees who is late, and reminds them once by a mail that arrives", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", () => {
        mails.push(Buffer.concat(parts).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) =>
    server.listen(Number(new URL(baseURL ?? "").port) + 4_000, "127.0.0.1", resolve),
  );
  try {
    const context = await browser.newContext({ baseURL });
    await context.addCookies([asBrowserCookie(await groundCookie("consultant"))]);
    const ground = provingGround();
    const of = `/${ground.slug}/assessments/${ground.contested?.settled.admin}`;
    const page = await context.newPage();
    const title = page.getByRole("heading", { level: 1 });

    await page.goto(`${of}/assignments`);
    await page
      .getByRole("combobox", { name: "Responsible for Scalability" })
      .selectOption({ label: `${ground.secret} architect` });
    const due = page.getByLabel("Scalability is due on", { exact: true });
    await expect(due).toBeEnabled();
    await due.fill(LAST_WEEK);
    await due.blur();
    await expect(due).toHaveValue(LAST_WEEK);

    await page.goto(`${of}/cockpit`);
    await expect(title).toContainText("1 person owes late answers");
    const review = page.getByLabel("Day of Answers are reviewed");
    await review.fill(NEXT_WEEK);
    await review.blur();
    await expect(page.getByText(", moved")).toBeVisible();

    const row = page
      .getByRole("group", { name: "Who owes what" })
      .getByRole("row", { name: new RegExp(`^${ground.secret} architect`) });
    await expect(row).toContainText("7 days");
    await page.getByRole("button", { name: `Remind ${ground.secret} architect` }).click();
    const preview = page.getByRole("dialog");
    await expect(preview).toContainText(/\d+ answers late/);
    const shown = await preview.getByRole("listitem").locator("p").last().textContent();
    expect(mails).toEqual([]);
    await preview.getByRole("button", { name: "Send 1 reminder" }).dblclick();
    await expect(preview).toBeHidden();
    await expect(row).toContainText("reminded today");
    await expect(page.getByRole("button", { name: "Remind those who are late" })).toBeDisabled();
    await expect(page.getByRole("group", { name: "Reminders" })).toContainText("sent");
    expect(mails).toHaveLength(1);
    const { to, text } = await new PostalMime().parse(mails[0] ?? "");
    expect(to?.[0]?.address).toMatch(/^architect@/);
    expect(text?.trim()).toBe(shown);
    const href = /Answer them here: (\S+)/.exec(text ?? "")?.[1] ?? "";
    expect(href).toContain(`${baseURL}${of}/questionnaire?`);

    const architect = await browser.newContext({ baseURL });
    await architect.addCookies([asBrowserCookie(await groundCookie("architect"))]);
    const questionnaire = await architect.newPage();
    await questionnaire.goto(href);
    await expect(questionnaire.getByRole("combobox", { name: "Answered by" })).toHaveValue(ground.members.architect);
    await expect(questionnaire.getByText("7 days late")).toBeVisible();
    await architect.close();
    await context.close();
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
});
