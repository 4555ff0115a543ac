import { type BrowserContext, expect, type Page } from "@playwright/test";

/** One question in a browser of its own. */
export class QuestionnairePage {
  readonly page: Page;
  /** Every text that stood here while the page said that it is saved. */
  readonly shownAsSaved: string[] = [];

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(context: BrowserContext, url: string): Promise<QuestionnairePage> {
    const page = await context.newPage();
    // Time goes on by itself; a test that need not wait for the pause after typing turns it on.
    await page.clock.install();
    await page.goto(url);
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    return new QuestionnairePage(page);
  }

  comment() {
    return this.page.getByRole("textbox", { name: /^Comment/ });
  }
  status(text: string | RegExp) {
    return this.page.getByRole("status").filter({ hasText: text });
  }
  twoAnswers() {
    return this.page.getByRole("region", { name: "Two answers" });
  }
  level(level: number) {
    return this.page.getByRole("radio", { name: new RegExp(`^${level} `) });
  }

  /** Types at the end of the comment. */
  async add(text: string): Promise<void> {
    await this.comment().press("Control+End");
    await this.comment().pressSequentially(text);
  }

  /** Until what was typed is kept, or taken from somebody else; where two answers meet, keeps both texts. */
  async settle(): Promise<void> {
    const keep = this.twoAnswers().getByRole("button", { name: "Keep this answer" });
    const status = this.page.getByRole("main").getByRole("status");
    await expect(async () => {
      await this.page.clock.fastForward(700);
      const kept = await keep.evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).click()).length);
      const said = (await status.allTextContents()).find((text) => /Saving|Not saved|Saved at/.test(text)) ?? "";
      expect([kept, said.replace(/ at .*/, "")]).toEqual([0, expect.stringMatching(/^(Saved)?$/)]);
      if (said !== "") this.shownAsSaved.push(await this.comment().inputValue());
    }).toPass({ intervals: [20, 20, 50, 100], timeout: 15_000 });
  }
}
