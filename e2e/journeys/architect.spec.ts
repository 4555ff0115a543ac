import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { questionById } from "#lib/catalog/question-by-id.ts";
import { readPdf } from "#lib/server/render/pdf/read-pdf.fixture.ts";
import { ClusterPage } from "../pages/cluster-page.ts";
import { corpus } from "../support/corpora.ts";
import { packTarGz, packZip } from "../support/pack-folder.ts";
import { emailOf, HOME, PASSWORD } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

const CLUSTER = "edge-porto";
const ASSESSMENT = "Edge, first look";
/** A real k3s cluster; where this machine has none, the demo's smaller one walks the same road. */
const K3S = corpus("snapshot-k3s-troubleshoot/k3s-v1.24.4");
const CLAIMED = "containers-run-as-non-root-q1";

test.describe("an architect charts a cluster and leaves with a plan", () => {
  test.describe.configure({ mode: "serial" });
  let page: Page;

  test.beforeAll(async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
  });
  test.afterAll(() => page.context().close());

  const heading = () => page.getByRole("heading", { level: 1 });
  const question = () => page.getByRole("heading", { level: 2 });
  const comment = () => page.getByRole("textbox", { name: /^Comment/ });
  const status = (text: string) => page.getByRole("status").filter({ hasText: text });
  const walkTo = async (station: string) => {
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: station, exact: true }).click();
    await expect(
      page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: station, exact: true }),
    ).toHaveAttribute("aria-current", "page");
  };

  test("signs in, creates the cluster and watches its snapshot go in", async ({ browserName: _ }, testInfo) => {
    await page.goto("/");
    await page.getByLabel("E-mail").fill(emailOf("architect"));
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("link", { name: "Where we stand" })).toBeVisible();
    const cluster = await ClusterPage.create(page, HOME, { name: CLUSTER, distribution: "k3s", criticality: 4 });
    const demo = "fixtures/demo/harbor-staging.json";
    await cluster.choose(K3S ? await packTarGz(K3S, testInfo.outputPath("k3s-v1.24.4.tar.gz")) : demo);
    await expect(page.getByRole("progressbar", { name: "Upload" })).toBeVisible();
    await page.waitForURL(/\/scans\//);
    await expect(heading()).toHaveText(new RegExp(`^\\d+ results fail on ${CLUSTER}$`));
  });

  test("sees a real k3s cluster as it is", async () => {
    test.skip(!K3S, "the corpus snapshot-k3s-troubleshoot is not on this machine");
    const scan = page.url();
    await expect(page.getByRole("definition").filter({ hasText: "Kubernetes 1.24" })).toContainText("198");
    await expect(page.getByRole("main")).toContainText("k3s-v1.24.4.tar.gz");
    // k3s runs its control plane in one process: no pod shows its flags.
    await page.goto(`${scan}?outcome=not-assessable`);
    for (const check of ["apiserver-anonymous-auth", "apiserver-audit-log-path", "etcd-client-cert-auth"]) {
      await expect(page.getByRole("row", { name: new RegExp(`^not assessable .*${check}`) })).toBeVisible();
    }
    await page.goto(scan);
  });

  test("narrows the results down and reads what a check means", async () => {
    await page.getByRole("combobox", { name: "Outcome" }).selectOption("Fails");
    await page.getByRole("combobox", { name: "Check" }).selectOption("run-as-non-root-missing");
    await page.getByRole("button", { name: "Filter" }).click();
    await expect(page).toHaveURL(/outcome=fail&.*check=run-as-non-root-missing/);
    const table = page.getByLabel("Results", { exact: true });
    const results = table.getByRole("row").filter({ has: page.getByRole("link", { name: "run-as-non-root-missing" }) });
    await expect(results.first()).toBeVisible();
    expect(await results.count()).toBe(await table.getByRole("rowheader").count());
    await results.first().getByRole("link", { name: "run-as-non-root-missing" }).click();
    await expect(page).toHaveURL(/\/checks\/run-as-non-root-missing$/);
    for (const name of ["Why it matters", "See it by hand", "Fix it", "Speaks for"]) {
      await expect(page.getByRole("region", { name })).toBeVisible();
    }
  });

  test("starts an assessment of that cluster alone", async () => {
    await walkTo("Assessments");
    await page.getByRole("link", { name: "Start an assessment" }).click();
    await page.getByLabel("Name").fill(ASSESSMENT);
    // Earlier than the demo's, so that everybody else's first page stays the demo's.
    await page.getByLabel("Starts on").fill("2026-01-12");
    for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
    await page.getByRole("checkbox", { name: new RegExp(`^${CLUSTER}`) }).check();
    await page.getByRole("button", { name: "Start the assessment" }).click();
    await expect(page.getByRole("region", { name: "The four layers" })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Main" })).toContainText(ASSESSMENT);
  });

  test("answers by keyboard, and every answer is kept by itself", async () => {
    await page.getByRole("link", { name: "Answer questions" }).click();
    await expect(heading()).toHaveText(/^0 of \d+ questions are answered; the scans propose \d+ more$/);
    await page.getByRole("combobox", { name: "Show" }).selectOption("unanswered");
    await page.getByRole("button", { name: "Next" }).press("Enter");
    await expect(question()).toBeFocused();
    const asked = await question().textContent();
    const first = page.url();
    await page.keyboard.press("3");
    await expect(page.getByRole("radio", { name: /^3 / })).toBeChecked();
    await expect(status("Saved at")).toHaveText(/^Saved at \d\d:\d\d$/);
    await comment().focus();
    await page.keyboard.type("The provider's console, shown by Tomás.");
    await expect(status("Saving")).toBeVisible();
    await expect(status("Saved at")).toBeVisible();
    await page.getByRole("button", { name: "Next" }).press("Enter");
    await expect(question()).not.toHaveText(asked ?? "");
    await page.keyboard.press("n");
    await expect(status("Not saved yet. Say why it does not apply.")).toBeVisible();
    await comment().pressSequentially("No such thing on a single node.");
    await expect(status("Saved at")).toBeVisible();
    await page.goto(first);
    await expect(heading()).toHaveText(/^2 of /);
    await expect(question()).toHaveText(asked ?? "");
    await expect(page.getByRole("radio", { name: /^3 / })).toBeChecked();
    await expect(comment()).toHaveValue("The provider's console, shown by Tomás.");
  });

  test("accepts what the scan proves: one by its key, the others in one go", async () => {
    await page.getByRole("combobox", { name: "Show" }).selectOption("proposed");
    await page.getByRole("button", { name: "Next" }).press("Enter");
    await expect(page.getByRole("region", { name: "Proposed answer" })).toContainText("proposes");
    await page.keyboard.press("a");
    await expect(status("Saved at")).toBeVisible();
    await expect(comment()).toHaveValue(/^As the scan shows: /);
    await expect(heading()).toHaveText(/^3 of /);
    const all = page.getByRole("button", { name: /^Accept \d+ proposals$/ });
    const others = Number((await all.textContent())?.match(/\d+/)?.[0]);
    await all.click();
    await expect(all).toHaveCount(0);
    await expect(heading()).toHaveText(new RegExp(`^${3 + others} of \\d+ questions are answered$`));
  });

  test("claims more than the scan shows, and sees the contradiction at once", async () => {
    await page.goto(`${page.url().split("?")[0]}?question=${CLAIMED}`);
    await expect(question()).toHaveText(questionById(CLAIMED)?.asks ?? "");
    const contradiction = page.getByRole("region", { name: "Contradiction" });
    const show = page.getByRole("combobox", { name: "Show" });
    const before = Number((await show.textContent())?.match(/Contradicted \((\d+)\)/)?.[1]);
    await expect(contradiction).toHaveCount(0);
    await page.getByRole("radio", { name: /^4 / }).check();
    await expect(contradiction).toContainText("The answer and the scan disagree");
    await expect(show).toContainText(`Contradicted (${before + 1})`);
  });

  test("reads the maps: own and assured of four layers, 21 concerns, and every word of them in a table", async () => {
    await walkTo("Maps");
    const map = page.getByRole("region", { name: "The 4 C's" });
    await expect(map.getByRole("figure").getByRole("link")).toHaveCount(21);
    const table = map.getByRole("table");
    await expect(table.getByRole("rowheader").getByRole("link")).toHaveCount(21);
    for (const layer of ["Cloud", "Cluster", "Container", "Code"]) {
      await expect(table.getByRole("row", { name: new RegExp(`^${layer}.* assured .* own`) })).toBeVisible();
    }
    for (const concern of await table.getByRole("rowheader").getByRole("link").allInnerTexts()) {
      await expect(map.getByRole("figure").getByRole("link", { name: `${concern}:` })).toBeVisible();
    }
  });

  test("follows a number to the parts that it is made of, and gets the same with a pencil", async () => {
    await walkTo("Standing");
    const number = page.getByRole("region", { name: "Overall" }).getByRole("button");
    await number.click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Overall, assured", { exact: true }).click();
    const whole = dialog.getByRole("listitem").filter({ hasText: /^Overall, assured/ });
    await expect(whole).toContainText("Weighted mean");
    const parts = (await whole.getByRole("listitem").allInnerTexts()).map(readPart);
    expect(parts).toHaveLength(4);
    const weight = parts.reduce((sum, part) => sum + part.weight, 0);
    const mean = (end: "low" | "high") => {
      const sum = parts.reduce((total, part) => total + part.weight * part[end], 0);
      return Math.round((sum / weight) * 10) / 10;
    };
    const mine = { low: mean("low"), high: mean("high") };
    expect(readScore(await whole.textContent())).toEqual(mine);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(number).toHaveAccessibleName(
      new RegExp(`^${Math.round(mine.low)} to ${Math.round(mine.high)} of 100 ?, how this was computed$`),
    );
  });

  test("opens a finding and the steps that its risk took", async () => {
    await walkTo("Findings");
    await expect(heading()).toHaveText(/^\d+ controls are not met: [\d,]+ risk points$/);
    const worst = page.getByRole("table").first().getByRole("rowheader").first().getByRole("link");
    const title = await worst.textContent();
    await worst.click();
    await expect(heading()).toHaveText(`Not met on ${CLUSTER}: ${title}`);
    const risk = page.getByRole("region", { name: "How its risk came to be" });
    const said = await risk.getByText(/risk points? \(likelihood \d × impact \d\)/).textContent();
    const [points = 0, likelihood = 0, impact = 0] = said?.match(/\d+/g)?.map(Number) ?? [];
    expect(points).toBe(likelihood * impact);
    await expect(risk.getByRole("img", { name: `Likelihood ${likelihood} of 5, impact ${impact} of 5` })).toBeVisible();
    const steps = await risk.getByRole("listitem").allInnerTexts();
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) expect(step).toMatch(/^(Likelihood|Impact) \d( → \d)?: \S/);
    await expect(page.getByRole("region", { name: "Evidence" })).toContainText("observed");
  });

  test("weighs the initiatives: picture and table hold the same ones", async () => {
    await walkTo("Scorecard");
    await expect(heading()).toHaveText(/to do now take out .* risk points/);
    const rows = await page.getByRole("table").getByRole("rowheader").allInnerTexts();
    const picture = page.getByRole("img", { name: /^Risk removed by effort/ });
    await expect(picture).toContainText(String(rows.length));
    expect((await bubblesOf(picture)).sort()).toEqual(rows.map((row) => row.replace(/\s+/g, " ")).sort());
  });

  test("plans the year: four plans, the roadmap, the curve and how good it is", async () => {
    await walkTo("Plans and roadmap");
    await expect(heading()).toHaveText("Nothing is planned yet");
    for (const [skill, days] of [
      ["Platform", "30"],
      ["Security", "15"],
      ["Application", "12"],
      ["Cloud", "8"],
    ]) {
      for (const quarter of [1, 2, 3, 4]) await page.getByLabel(`${skill}, Q${quarter}, person-days`).fill(days ?? "");
    }
    await page.getByRole("button", { name: "Plan the year" }).click();
    await expect(heading()).toHaveText(
      /^[\d,]+ risk points at the start, [\d,]+ after four plans: \d+ % of the risk is removed$/,
      { timeout: 30_000 },
    );
    await expect(page.getByRole("region", { name: "Four plans of 90 days" }).getByRole("region")).toHaveCount(4);
    await expect(page.getByRole("region", { name: "Twelve months" }).getByRole("columnheader")).toHaveText([
      /^Initiative/,
      /^Q1/,
      /^Q2/,
      /^Q3/,
      /^Q4/,
    ]);
    const curve = page.getByRole("region", { name: "The risk that is left" });
    await expect(curve.getByRole("img", { name: /^Remaining risk over 52 weeks: / })).toBeVisible();
    await expect(curve).toContainText(
      /removes more: proven\.|The proven upper bound is [\d,.]+, so it is at most [\d.]+ % from the best possible\./,
    );
  });

  test("takes the roadmap home as a PDF that says the same", async () => {
    const initiatives = await page
      .getByRole("region", { name: "Twelve months" })
      .getByRole("rowheader")
      .getByRole("link")
      .allInnerTexts();
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export the roadmap as PDF" }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    const pdf = await readPdf(await readFile(await download.path()));
    for (const word of [CLUSTER, ASSESSMENT, "Meridian Freight"]) expect(pdf.text).toContain(word);
    for (const plan of [1, 2, 3, 4]) expect(pdf.text).toContain(`90-day plan ${plan} of 4`);
    expect(initiatives.length).toBeGreaterThan(4);
    for (const title of initiatives) expect(pdf.text).toContain(title);
  });
});

test("an architect uploads the manifests of a real application as a zip", async ({ visit }, testInfo) => {
  const boutique = corpus("realworld-manifests/online-boutique");
  test.skip(!boutique, "the corpus realworld-manifests is not on this machine");
  const page = await visit("architect");
  const cluster = await ClusterPage.create(page, HOME, { name: "boutique", distribution: "gke" });
  await cluster.upload(await packZip(boutique ?? "", testInfo.outputPath("online-boutique.zip")));
  await expect(page.getByRole("main")).toContainText("online-boutique.zip");
  await expect(page.getByRole("row").filter({ hasText: "checkoutservice" }).first()).toBeVisible();
});

type Ends = { low: number; high: number };

/** "31.5 to 40 of 100", as a person reads it. */
function readScore(text: string | null): Ends {
  const [, low, high = low] = text?.match(/([\d.]+)(?: to ([\d.]+))? of 100/) ?? [];
  return { low: Number(low), high: Number(high) };
}

/** "Cloud layer, assured (weight 27)" above "31.5 to 40 of 100". */
function readPart(text: string): Ends & { weight: number } {
  return { weight: Number(text.match(/\(weight ([\d.]+)\)/)?.[1]), ...readScore(text) };
}

/** "1 Sign images" of every bubble: its number, and what it says when one points at it. */
function bubblesOf(picture: Locator): Promise<string[]> {
  return picture.evaluate((node) =>
    [...node.getElementsByTagName("title")].flatMap((title) => {
      const label = title.textContent ?? "";
      return label ? [`${(title.parentElement?.textContent ?? "").replace(label, "")} ${label}`] : [];
    }),
  );
}
