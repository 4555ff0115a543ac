import type { Browser, BrowserContext } from "@playwright/test";
import { QuestionnairePage } from "../pages/questionnaire-page.ts";
import { rows } from "../support/database.ts";
import { GROUND, PASSWORD } from "../support/people.ts";
import { type SecondPortal, secondPortal } from "../support/second-portal.ts";
import { asBrowserCookie, signInFor, spareEmail } from "../support/sign-in-once.ts";
import { expect, provingGround, test } from "../support/test.ts";

const ROUNDS = 50;
const QUESTION = "api-endpoint-not-public-q1";
const EDITED = "nodes-without-public-address-q1";
const CUT = "api-endpoint-allow-list-q1";
const EXPIRED = "etcd-mutual-tls-q1";
const RESTARTED = "kubelet-closed-q1";
const ATTACK = `<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>`;

test.describe.configure({ mode: "serial" });

test.describe("two people at one questionnaire", () => {
  let [ada, bo]: (BrowserContext | undefined)[] = [];
  let second: SecondPortal | undefined;
  let questionnaire = "";
  const browsers = () => [ada, bo] as [BrowserContext, BrowserContext];
  const at = (question: string) => `${questionnaire}?question=${question}`;
  const stored = async (question: string) =>
    (
      await rows<{ comment: string }>(
        "select r.comment from answer_revisions r where r.assessment_id = $1 and r.question_id = $2 order by r.version",
        [questionnaire.split("/")[3], question],
      )
    ).map(({ comment }) => comment);

  test.beforeAll(async ({ browser, baseURL }) => {
    ada = await enter(browser, baseURL, 17);
    bo = await enter(browser, baseURL, 18);
    const page = await ada.newPage();
    await page.goto(`/${GROUND.organization}/assessments/new`);
    await page.getByLabel("Name").fill("two at once");
    await page.getByLabel("Starts on").fill("2026-11-02");
    await page.getByRole("button", { name: "Start the assessment" }).click();
    await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
    questionnaire = `${new URL(page.url()).pathname}/questionnaire`;
    await page.close();
  });
  test.afterAll(async () => {
    await second?.kill();
    for (const context of browsers()) await context?.close();
  });

  test("one sees who is there and what they answer, without a page load, and F03 as text alone", async () => {
    const [one, other] = await Promise.all(browsers().map((context) => QuestionnairePage.open(context, at(QUESTION))));
    if (!one || !other) return;
    await expect(other.page.getByText("Also here: proving spare-17")).toBeVisible();
    await expect(other.page.getByRole("main").getByText("proving spare-17 here now").first()).toBeAttached();
    let loads = 0;
    other.page.on("domcontentloaded", () => loads++);
    await one.level(3).check();
    await one.add(ATTACK);
    await one.settle();
    await expect(other.comment()).toHaveValue(ATTACK, { timeout: 3_000 });
    await expect(other.level(3)).toBeChecked();
    await expect(other.page.getByText("Last answered by proving spare-17")).toBeVisible();
    await one.page.keyboard.press("Escape");
    await one.page.goto(at(EDITED));
    await expect(other.page.getByText("Also here: proving spare-17")).toBeVisible();
    await expect(other.page.getByText("proving spare-17 here now")).toHaveCount(1);
    await one.page.close();
    await expect(other.page.getByText("Nobody else is here now")).toBeVisible();
    expect(loads).toBe(0);
    expect(await other.page.evaluate(() => "pwned" in window)).toBe(false);
    await other.page.close();
  });

  test(`G07 ${ROUNDS * 2} edits of one answer at once: no keystroke that was shown as saved is lost`, async () => {
    test.setTimeout(240_000);
    const pages = await Promise.all(browsers().map((context) => QuestionnairePage.open(context, at(EDITED))));
    await pages[0]?.level(1).check();
    await pages[0]?.settle();
    const words: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // A character of its own for every edit, so that none can hide behind another.
      const said = [0, 1].map((index) => String.fromCodePoint(0x4e00 + 2 * round + index));
      words.push(...said);
      await Promise.all(pages.map((page, index) => page.add(said[index] ?? "")));
      await Promise.all(pages.map((page) => page.settle()));
    }
    const history = await stored(EDITED);
    const last = history.at(-1) ?? "";
    for (const word of words) expect(last).toContain(word);
    const shown = pages.flatMap(({ shownAsSaved }) => shownAsSaved);
    expect(shown.length).toBeGreaterThanOrEqual(ROUNDS);
    for (const text of shown) expect(history).toContain(text);
    for (const { page, comment } of pages.map((each) => ({ page: each.page, comment: each.comment() }))) {
      await comment.blur();
      await expect(comment).toHaveValue(last);
      await page.close();
    }
  });

  test("a cut in the middle: both texts meet when the line is back", async () => {
    const [context] = browsers();
    const [one, other] = await Promise.all(browsers().map((each) => QuestionnairePage.open(each, at(CUT))));
    if (!one || !other) return;
    await one.level(2).check();
    await one.add("Before the cut. ");
    await one.settle();
    await expect(other.comment()).toHaveValue("Before the cut. ");
    await context.setOffline(true);
    await one.add("Alone.");
    await one.page.clock.fastForward(700);
    await expect(one.status("Not saved yet: no connection.")).toBeVisible();
    await other.add("Meanwhile.");
    await other.settle();
    await context.setOffline(false);
    await expect(one.twoAnswers()).toContainText("Meanwhile.");
    await expect(one.twoAnswers().getByRole("textbox")).toHaveValue("Before the cut. Meanwhile.\n\nAlone.");
    await one.settle();
    await expect(other.comment()).toHaveValue("Before the cut. Meanwhile.", { timeout: 500 });
    await other.comment().blur();
    await expect(other.comment()).toHaveValue("Before the cut. Meanwhile.\n\nAlone.");
    expect(await stored(CUT)).toContain("Before the cut. Meanwhile.\n\nAlone.");
    await Promise.all([one.page.close(), other.page.close()]);
  });

  test("a session that expires while one types: nothing more is told, nothing typed is lost", async () => {
    const [context] = browsers();
    const [one, other] = await Promise.all(browsers().map((each) => QuestionnairePage.open(each, at(EXPIRED))));
    if (!one || !other) return;
    await one.level(2).check();
    await one.add("Still in. ");
    await one.settle();
    await rows("update sessions set expires_at = now() - interval '1 minute' where user_id = $1", [
      provingGround().spare[17],
    ]);
    await one.add("Already out.");
    await one.page.clock.fastForward(700);
    await expect(one.status("Not saved: Your session has ended.")).toContainText("Kept in this browser.");
    await other.add("Not for the other.");
    await other.settle();
    await expect(one.comment()).toHaveValue("Still in. Already out.");
    const { cookie } = await signInFor(spareEmail(17), PASSWORD);
    await context.addCookies([asBrowserCookie(cookie ?? "")]);
    await one.page.getByRole("button", { name: "Try again now" }).click();
    await expect(one.twoAnswers()).toContainText("Not for the other.");
    await one.settle();
    expect((await stored(EXPIRED)).at(-1)).toBe("Still in. Not for the other.\n\nAlready out.");
    await Promise.all([one.page.close(), other.page.close()]);
  });

  test("the server is killed and starts again: what was typed meanwhile arrives, and another process's people see it", async () => {
    const [context, otherContext] = browsers();
    second = await secondPortal();
    await second.start();
    const one = await QuestionnairePage.open(context, `${second.origin}${at(RESTARTED)}`);
    const other = await QuestionnairePage.open(otherContext, at(RESTARTED));
    await expect(other.page.getByText("Also here: proving spare-17")).toBeVisible();
    await one.level(2).check();
    await one.add("Before. ");
    await one.settle();
    await expect(other.comment()).toHaveValue("Before. ");
    await second.kill();
    await one.add("While it was down.");
    await one.page.clock.fastForward(700);
    await expect(one.status("Not saved yet: no connection.")).toBeVisible();
    await second.start();
    await one.page.getByRole("button", { name: "Try again now" }).click();
    await one.settle();
    await expect(other.comment()).toHaveValue("Before. While it was down.");
    expect((await stored(RESTARTED)).at(-1)).toBe("Before. While it was down.");
    await Promise.all([one.page.close(), other.page.close()]);
  });
});

/** A browser of a member whom no other spec uses. */
async function enter(browser: Browser, baseURL: string | undefined, spare: number): Promise<BrowserContext> {
  const { cookie } = await signInFor(spareEmail(spare), PASSWORD);
  const context = await browser.newContext({ baseURL });
  await context.addCookies([asBrowserCookie(cookie ?? "")]);
  return context;
}
