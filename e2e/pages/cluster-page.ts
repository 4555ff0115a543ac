import { expect, type Page } from "@playwright/test";

type Upload = string | { name: string; mimeType: string; buffer: Buffer };

/** The page of one cluster: where snapshots go in and scans are listed. */
export class ClusterPage {
  readonly page: Page;
  readonly name: string;

  constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
  }

  /** Walks there from the list of clusters. */
  static async open(page: Page, organization: string, name: string): Promise<ClusterPage> {
    await page.goto(`/${organization}/clusters`);
    await page.getByRole("table").getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    return new ClusterPage(page, name);
  }

  /** Creates a cluster by the form; criticality and data sensitivity as given, from 1 to 5. */
  static async create(
    page: Page,
    organization: string,
    cluster: { name: string; distribution: string; criticality?: number; dataSensitivity?: number },
  ): Promise<ClusterPage> {
    await page.goto(`/${organization}/clusters`);
    await page.getByRole("link", { name: "Create a cluster" }).click();
    await page.getByLabel("Name").fill(cluster.name);
    await page.getByLabel("Distribution").selectOption(cluster.distribution);
    const scale = (label: string) => page.getByRole("group", { name: label });
    await scale("Criticality")
      .getByLabel(String(cluster.criticality ?? 3), { exact: true })
      .check();
    await scale("Data sensitivity")
      .getByLabel(String(cluster.dataSensitivity ?? 3), { exact: true })
      .check();
    await page.getByRole("button", { name: "Create the cluster" }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: `${cluster.name} waits for its first snapshot` }),
    ).toBeVisible();
    return new ClusterPage(page, cluster.name);
  }

  async choose(file: Upload): Promise<void> {
    await this.page.getByLabel("Snapshot file").setInputFiles(file);
  }

  /** Uploads what has to be taken, and ends on the page of its scan. */
  async upload(file: Upload): Promise<void> {
    await this.choose(file);
    await this.page.waitForURL(/\/scans\/[0-9a-f-]{36}$/);
    await expect(this.page.getByRole("heading", { level: 1 })).toContainText(`on ${this.name}`);
  }

  /** How many scans the page lists when it is loaded anew. */
  async scans(): Promise<number> {
    await this.page.reload();
    await expect(this.page.getByRole("heading", { level: 1 })).toContainText(this.name);
    return this.page.getByRole("region", { name: "Scans" }).getByRole("rowheader").count();
  }
}
