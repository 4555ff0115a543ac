import { ClusterPage } from "../pages/cluster-page.ts";
import { HOME } from "../support/people.ts";
import { smallCluster } from "../support/small-cluster.ts";
import { expect, test } from "../support/test.ts";

const REASON = "The vendor replaces it with release 4; until then a network policy fences the namespace.";
const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const snapshot = { name: "quay.json", mimeType: "application/json", buffer: smallCluster({ readOnlyRoot: false }) };

test("a consultant accepts a fault for a month with a reason, sees what that covers, and ends it", async ({
  visit,
}) => {
  const page = await visit("consultant");
  const cluster = await ClusterPage.create(page, HOME, { name: "quay", distribution: "kubeadm" });
  await cluster.upload(snapshot);
  await page.getByLabel("Check", { exact: true }).selectOption("read-only-root-filesystem-missing");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("link", { name: /^Accept read-only-root-filesystem-missing on / }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing is accepted on quay");

  await page.getByRole("button", { name: "Accept the exception" }).click();
  await expect(page.getByText("Say why this may stay as it is")).toBeVisible();
  await page.getByLabel("Reason").fill(REASON);
  await page.getByLabel("Ends on").fill("2020-01-01");
  await page.getByRole("button", { name: "Accept the exception" }).click();
  await expect(page.getByText("Choose a day that is still to come")).toBeVisible();
  await expect(page.getByLabel("Reason")).toHaveValue(REASON);
  await page.getByLabel("Ends on").fill(inAMonth());
  await page.getByRole("button", { name: "Accept the exception" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 exception covers 1 failing result on quay");
  await expect(page.getByRole("row").filter({ hasText: REASON })).toContainText("in force");

  await page.getByRole("link", { name: "quay", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^quay: \d+ results fail/);
  await page.getByRole("rowheader").first().getByRole("link").click();
  await expect(page.getByText("1 of them accepted")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^quay: \d+ results fail/);
  await page.getByRole("link", { name: "Exceptions" }).click();
  await page.getByRole("button", { name: "End the exception from read-only-root-filesystem-missing now" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing is accepted on quay");
  await expect(page.getByRole("row").filter({ hasText: REASON })).toContainText("ended");
});

test("an architect asks for three replicas, and the snapshot at hand is judged by that at once", async ({ visit }) => {
  const page = await visit("architect");
  const cluster = await ClusterPage.create(page, HOME, { name: "jetty", distribution: "kubeadm" });
  await cluster.upload({ ...snapshot, buffer: smallCluster({ readOnlyRoot: true }) });
  await page.getByRole("link", { name: "jetty", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^jetty: \d+ results fail/);
  await page.getByLabel("Fewest replicas").fill("11");
  await page.getByLabel("Registries allowed").fill("https://registry.example");
  await page.getByRole("button", { name: "Store and scan again" }).click();
  await expect(page.getByText("From 2 to 10")).toBeVisible();
  await expect(page.getByText("A registry is like registry.example or registry.example/team")).toBeVisible();
  await page.getByLabel("Fewest replicas").fill("9");
  await page.getByLabel("Registries allowed").fill("registry.elsewhere/team");
  await page.getByRole("button", { name: "Store and scan again" }).click();
  await page.waitForURL(/\/scans\/[0-9a-f-]{36}$/);
  await page.getByLabel("Check", { exact: true }).selectOption("image-registry-not-allowed");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("table", { includeHidden: false }).first()).toContainText(
    "its registry is not on the list of this cluster",
  );
  await page.getByRole("link", { name: "jetty", exact: true }).click();
  await expect(page.getByLabel("Fewest replicas")).toHaveValue("9");
  await expect(page.getByRole("rowheader")).toHaveCount(2);
});
