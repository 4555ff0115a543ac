import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { readPdf } from "#lib/server/render/pdf/read-pdf.fixture.ts";
import { ClusterPage } from "../pages/cluster-page.ts";
import { HOME } from "../support/people.ts";
import { smallCluster } from "../support/small-cluster.ts";
import { expect, signedIn, test } from "../support/test.ts";

const CLUSTER = "depot";
const ASSESSMENT = "Depot, second look";
const INITIATIVE = CATALOG.remedies.find(({ id }) => id === "make-root-file-systems-read-only")?.title ?? "";

test.describe("a consultant plans again, claims work and hands it over", () => {
  test.describe.configure({ mode: "serial" });
  let page: Page;
  let plan = "";

  test.beforeAll(async ({ browser, baseURL }) => {
    const context = await signedIn(browser, baseURL ?? "", "consultant");
    page = await context.newPage();
  });
  test.afterAll(() => page.context().close());

  const upload = async (snapshot: Parameters<typeof smallCluster>[0]) => {
    const cluster = await ClusterPage.open(page, HOME, CLUSTER);
    await cluster.upload({ name: "depot.json", mimeType: "application/json", buffer: smallCluster(snapshot) });
  };
  /** The line of the initiative in the plan that holds it, unfolded. */
  const line = async () => {
    await page.goto(plan);
    const owner = page.getByRole("combobox", { name: `Owner of ${INITIATIVE}`, includeHidden: true });
    const card = page.getByRole("region", { name: "Four plans of 90 days" }).getByRole("region").filter({ has: owner });
    if (!(await owner.isVisible())) await card.getByRole("heading", { level: 3 }).click();
    await expect(owner).toBeVisible();
    return card.getByRole("listitem").filter({ has: owner });
  };

  test("starts a second assessment over a cluster with a flaw", async () => {
    const cluster = await ClusterPage.create(page, HOME, { name: CLUSTER, distribution: "kubeadm" });
    await cluster.upload({
      name: "depot.json",
      mimeType: "application/json",
      buffer: smallCluster({ readOnlyRoot: false }),
    });
    await page.goto(`/${HOME}/assessments`);
    await page.getByRole("link", { name: "Start an assessment" }).click();
    await page.getByLabel("Name").fill(ASSESSMENT);
    await page.getByLabel("Starts on").fill("2026-01-05");
    for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
    await page.getByRole("checkbox", { name: new RegExp(`^${CLUSTER}`) }).check();
    await page.getByRole("button", { name: "Start the assessment" }).click();
    await expect(page.getByRole("region", { name: "The four layers" })).toBeVisible();
    await page.goto(`/${HOME}/assessments`);
    await expect(page.getByRole("rowheader", { name: ASSESSMENT })).toBeVisible();
    await expect(page.getByRole("rowheader", { name: /^Health assessment/ })).toBeVisible();
    await page.getByRole("link", { name: ASSESSMENT }).click();
    await expect(page.getByRole("region", { name: "The four layers" })).toBeVisible();
  });

  test("plans, starts a piece of work, and plans again without losing it", async () => {
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Plans and roadmap" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing is planned yet");
    for (const field of await page.getByRole("spinbutton").all()) await field.fill("50");
    await page.getByRole("button", { name: "Plan the year", exact: true }).click();
    await expect(page.getByRole("main")).toContainText("Version 1", { timeout: 30_000 });
    plan = page.url();
    const started = await line();
    await started.getByRole("combobox").selectOption({ label: "Clara Novak" });
    await started.getByRole("button", { name: "Start" }).click();
    await expect(started).toContainText("Started");
    await page.getByLabel("Platform, Q1, person-days").fill("60");
    await page.getByRole("button", { name: "Plan the year again" }).click();
    await expect(page.getByRole("progressbar", { name: "Looking for the best order" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Version 2", { timeout: 30_000 });
    await expect(page.getByRole("heading", { name: "What moved since version 1" })).toBeVisible();
    const kept = await line();
    await expect(kept).toContainText("Started");
    await expect(kept.getByRole("combobox")).toContainText("Clara Novak");
  });

  test("claims it, and only a scan that passes verifies it", async () => {
    await (await line()).getByRole("button", { name: "Claim as done" }).click();
    await page.getByLabel("Person-days it took").fill("6.5");
    await page.getByRole("button", { name: "Claim", exact: true }).click();
    await expect(await line()).toContainText("Claimed");
    await upload({ readOnlyRoot: false });
    await expect(await line()).toContainText("Claimed");
    await expect((await line()).getByRole("button", { name: "Withdraw the claim" })).toBeVisible();
    await upload({ readOnlyRoot: true });
    await expect(await line()).toContainText("Verified");
    await expect((await line()).getByRole("button")).toHaveCount(0);
  });

  test("sees it reopen by itself when the flaw is back", async () => {
    await upload({ readOnlyRoot: false });
    await expect(await line()).toContainText("Reopened");
    await expect((await line()).getByRole("button", { name: "Claim as done again" })).toBeVisible();
  });

  test("hands over a report that needs no editing", async () => {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export the roadmap as PDF" }).click();
    const pdf = await readPdf(await readFile(await (await coming).path()));
    for (const word of ["Meridian Freight", ASSESSMENT, CLUSTER, INITIATIVE, "Clara Novak"])
      expect(pdf.text).toContain(word);
    expect(pdf.text).not.toMatch(/undefined|NaN|\[object/);
  });

  test("plans by people with time away, and what is no day is said beside its field", async () => {
    await page.goto(plan);
    await page.getByRole("checkbox", { name: /^Plan by people/ }).check();
    await expect(page.getByLabel("Platform, Q1, person-days")).toHaveCount(0);
    await page.getByLabel("Name", { exact: true }).fill("Ada");
    await page.getByLabel("Days a week").fill("3");
    await page.getByRole("button", { name: "Add a person" }).click();
    const second = page.getByRole("group", { name: "Person 2" });
    await second.getByLabel("Name", { exact: true }).fill("Ben");
    await second.getByLabel("Skill").selectOption({ label: "Application" });
    await page.getByLabel(/^Nobody works on/).fill("Easter");
    await page.getByRole("button", { name: "Plan the year again" }).click();
    await expect(page.getByText(/“Easter” is no day\./)).toBeVisible();
    await expect(second.getByLabel("Name", { exact: true })).toHaveValue("Ben");
    await page.getByLabel(/^Nobody works on/).fill("2026-12-24 to 2027-01-01");
    await page.getByRole("button", { name: "Plan the year again" }).click();
    await expect(page.getByRole("main")).toContainText("Version 3", { timeout: 30_000 });
    await page.reload();
    await expect(page.getByRole("group", { name: "Person 2" }).getByLabel("Name", { exact: true })).toHaveValue("Ben");
    await expect(page.getByLabel(/^Nobody works on/)).toHaveValue("2026-12-24 to 2027-01-01");
  });
});
