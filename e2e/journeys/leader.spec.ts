import type { Page, Request } from "@playwright/test";
import { HOME } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

const QUESTIONS = ["Where are we?", "What is next?", "Are we on plan?"];

test.describe("a leader looks, decides and signs off", () => {
  test("reads three answers above the fold on a projector", async ({ visit }) => {
    const page = await visit("leader");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/\.$/);
    for (const { top, bottom } of await places(page)) {
      expect(top).toBeGreaterThan(0);
      expect(bottom).toBeLessThanOrEqual(900);
    }
    const answer = (name: string) => page.getByRole("region", { name });
    await expect(answer("Where are we?").getByRole("definition").first()).toContainText("of 100");
    await expect(answer("Where are we?")).toContainText("% of weight seen");
    await expect(answer("What is next?").getByRole("listitem")).toHaveCount(3);
    for (const line of await answer("What is next?").getByRole("listitem").all()) {
      await expect(line).toContainText(/\S+ · by \d+ \w{3} \d{4} · removes \d+ risk points?/);
    }
    await expect(answer("Are we on plan?").getByRole("img", { name: /^Remaining risk over 52 weeks/ })).toBeVisible();
  });

  test("reads them on a phone, in the order in which one asks", async ({ visit }) => {
    const page = await visit("leader");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/");
    const found = await places(page);
    expect(found[0]?.top).toBeLessThan(844);
    expect(found.map(({ top }) => top)).toEqual(found.map(({ top }) => top).toSorted((a, b) => a - b));
    for (const { left, right } of found) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(390);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole("button", { name: "Open navigation" }).click();
    await page.getByRole("dialog").getByRole("link", { name: "Findings" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/controls are not met/);
  });

  test("opens how the score was computed, down to a control, and is told when that cannot be loaded", async ({
    visit,
  }) => {
    const page = await visit("leader");
    await page.goto("/");
    await page.route("**/derivation.json", (route) => route.abort(), { times: 1 });
    await page.getByRole("button", { name: /how this was computed$/ }).click();
    const dialog = page.getByRole("dialog", { name: 'How "Overall" was computed' });
    await expect(dialog.getByRole("alert")).toHaveText(/could not be loaded/);
    await dialog.getByRole("button", { name: "Try again" }).click();
    await dialog.getByText("Overall, assured").click();
    await dialog
      .getByText(/^harbor-prod \(criticality/)
      .filter({ visible: true })
      .click();
    await dialog
      .getByText(/^Cloud layer, assured/)
      .filter({ visible: true })
      .first()
      .click();
    await expect(
      dialog
        .getByText(/^Weighted mean/)
        .filter({ visible: true })
        .last(),
    ).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  test("follows the numbers to the findings and to the roadmap", async ({ visit }) => {
    const page = await visit("leader");
    await page.goto("/");
    await page.getByRole("region", { name: "Where are we?" }).getByRole("link", { name: "See the map" }).click();
    const concern = page.getByRole("table").first().getByRole("rowheader").getByRole("link").first();
    await concern.click();
    await expect(page).toHaveURL(/\/findings\?concern=[a-z-]+$/);
    await page.getByRole("link", { name: "Show all findings" }).click();
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Where we stand" }).click();
    await page.getByRole("region", { name: "Are we on plan?" }).getByRole("link", { name: "See the roadmap" }).click();
    await expect(page.getByRole("region", { name: "Four plans of 90 days" }).getByRole("region")).toHaveCount(4);
    await expect(page.getByRole("button", { name: /^(Start|Claim)/ })).toHaveCount(0);
  });

  test("sets another risk with a reason, sees what was computed beside it, and takes it back", async ({ visit }) => {
    const page = await visit("leader");
    await page.goto("/");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Findings" }).click();
    await page.getByRole("table").first().getByRole("rowheader").getByRole("link").first().click();
    const risk = page.getByRole("region", { name: "How its risk came to be" });
    const computed = (await risk.getByText(/risk points? \(likelihood/).textContent())?.match(/\d+/)?.[0];
    await risk.getByRole("button", { name: "Set another risk" }).click();
    await risk.getByRole("button", { name: "Set the risk" }).click();
    await expect(risk.getByRole("alert")).toBeVisible();
    await risk.getByLabel("Risk points").fill("3");
    await risk.getByLabel("Reason").fill("The contract with the carrier ends in March.");
    await risk.getByRole("button", { name: "Set the risk" }).click();
    await expect(risk).toContainText(
      "3 risk points as set by Lena Marsh: The contract with the carrier ends in March.",
    );
    await expect(risk).toContainText(`(computed: ${computed}, `);
    await page.reload();
    await expect(risk).toContainText(`computed: ${computed}`);
    await risk.getByRole("button", { name: "Change your risk" }).click();
    await risk.getByRole("button", { name: "Take yours back" }).click();
    await expect(risk.getByRole("button", { name: "Set another risk" })).toBeVisible();
    await expect(risk).not.toContainText("as set by");
  });

  test("is offered neither upload nor answer, and is refused when they are asked for all the same", async ({
    visit,
  }) => {
    const [page, architects] = [await visit("leader"), await visit("architect")];
    await page.goto(`/${HOME}/clusters`);
    await expect(page.getByRole("link", { name: "Create a cluster" })).toHaveCount(0);
    await page.getByRole("table").getByRole("link", { name: "harbor-staging" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("harbor-staging");
    await expect(page.getByRole("button", { name: /upload|change/i })).toHaveCount(0);
    const upload = await page.request.post(`${page.url()}/snapshots`, {
      data: "{}",
      headers: { origin: new URL(page.url()).origin },
    });
    expect(upload.status()).toBe(403);

    await page.goto(`/${HOME}/clusters/new`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here.");
    await page.goto("/");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Questionnaire" }).click();
    await expect(page.getByRole("button", { name: /accept/i })).toHaveCount(0);
    for (const radio of await page.getByRole("radio").all()) await expect(radio).toBeDisabled();
    await expect(page.getByRole("textbox", { name: /^Comment/ })).not.toBeEditable();

    const answer = await anAnswer(architects, page.url());
    const { cookie: _, ...headers } = await answer.allHeaders();
    const again = await page.request.post(answer.url(), { headers, data: answer.postData() ?? "" });
    expect(await again.text()).toContain('"code":"forbidden"');
  });
});

/** Where the three answers lie, in pixels from the top left corner of the page. */
async function places(page: Page) {
  return Promise.all(
    QUESTIONS.map(async (name) => {
      const region = page.getByRole("region", { name });
      await expect(region.getByRole("heading", { name })).toBeVisible();
      const { x = -1, y = -1, width = 0, height = 0 } = (await region.boundingBox()) ?? {};
      return { left: x, right: x + width, top: y, bottom: y + height };
    }),
  );
}

/** The request by which an architect's browser keeps an answer. */
async function anAnswer(page: Page, questionnaire: string): Promise<Request> {
  await page.goto(questionnaire);
  const sent = page.waitForRequest((request) => request.headers()["next-action"] !== undefined);
  await page.getByRole("textbox", { name: /^Comment/ }).pressSequentially(" Still so.");
  await expect(page.getByRole("status").filter({ hasText: "Saved at" })).toBeVisible();
  return sent;
}
