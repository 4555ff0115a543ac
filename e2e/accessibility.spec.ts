import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { HOME } from "./support/people.ts";
import { asBrowserCookie, demoCookie } from "./support/sign-in-once.ts";
import { expect, test } from "./support/test.ts";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const LOOKS: {
  name: string;
  viewport: { width: number; height: number };
  colorScheme: "light" | "dark";
  slow?: true;
}[] = [
  { name: "1440 light", viewport: { width: 1440, height: 900 }, colorScheme: "light", slow: true },
  { name: "1440 dark", viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
  { name: "390 light", viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { name: "390 dark", viewport: { width: 390, height: 844 }, colorScheme: "dark", slow: true },
];

/** The pages in parts, so that none of them takes long on a slow machine. */
const PARTS = ["the organization", "what is filled in", "what comes of it", "clusters and checks"] as const;

for (const { name, slow, ...look } of LOOKS)
  for (const part of PARTS)
    test(`every page of ${part}, ${name}${slow ? ", over a slow line" : ""}: no violation of WCAG 2.2 AA, no sideways scrolling, nothing jumps while it loads`, async ({
      browser,
      baseURL,
    }) => {
      test.setTimeout(240_000);
      const context = await browser.newContext({ baseURL, ...look });
      const page = await context.newPage();
      await watch(page);
      if (slow) await slowDown(page);
      const seen: string[] = part === "the organization" ? [await examine(page, "/sign-in")] : [];
      await context.addCookies([asBrowserCookie(await demoCookie("consultant"))]);
      for (const path of await pagesOf(page, part)) seen.push(await examine(page, path));
      expect(seen.filter(Boolean)).toEqual([]);
      await context.close();
    });

const ORGANIZATION = [
  ...["", "/clusters", "/clusters/new", "/assessments", "/assessments/new", "/members", "/questions", "/mentions"],
  ...["/my-work", "/branding"],
];
const FILLED_IN = ["", "/questionnaire", "/review", "/assignments", "/workshop", "/contradictions", "/cockpit"];
const COMES_OF_IT = ["/map", "/findings", "/scorecard", "/plan", "/plan/what-if", "/plan/board", "/deliverables"];

/** Every kind of page, found by following the portal's own links. */
async function pagesOf(page: Page, part: (typeof PARTS)[number]): Promise<string[]> {
  const home = `/${HOME}`;
  const first = async (at: string, shape: RegExp): Promise<string> => {
    await page.goto(at, { waitUntil: "networkidle" });
    const links = await page.getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    return links.find((href) => shape.test(href)) ?? `no link like ${shape} on ${at}`;
  };
  if (part === "the organization")
    return [...ORGANIZATION.map((path) => `${home}${path}`), "/account", `${home}/nowhere`];
  if (part === "clusters and checks") {
    const cluster = await first(`${home}/clusters`, /\/clusters\/[0-9a-f-]{36}$/);
    const scan = await first(cluster, /\/scans\/[0-9a-f-]{36}$/);
    return [cluster, `${cluster}/exceptions`, scan, `${home}/checks`, `${home}/checks/privileged-container`];
  }
  const assessment = await first(`${home}/assessments`, /\/assessments\/[0-9a-f-]{36}$/);
  if (part === "what is filled in") return FILLED_IN.map((path) => `${assessment}${path}`);
  const finding = await first(`${assessment}/findings`, /\/findings\/.+/);
  return [...COMES_OF_IT.map((path) => `${assessment}${path}`), finding];
}

/** 1.2 Mbit/s: the browser paints what has come while the rest is on its way, and what jumps is seen to jump. */
async function slowDown(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Network.enable");
  const rate = { downloadThroughput: 150_000, uploadThroughput: 150_000 };
  await browser.send("Network.emulateNetworkConditions", { offline: false, latency: 30, ...rate });
}

/** Keeps count of what jumps on every page that is opened. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  // A stream that never ends would never let the network be idle.
  await page.route("**/api/live/**", (route) => route.abort());
}

/** What is wrong with a page, in one line; nothing: "". A shift of a thousandth is a word that wraps otherwise. */
async function examine(page: Page, path: string): Promise<string> {
  await page.goto(path, { waitUntil: "networkidle" });
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  const shift = await page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
  );
  const wrong = violations.map(({ id, nodes }) => `${id} (${nodes[0]?.target.join(" ")})`);
  if (wide) wrong.push("scrolls sideways");
  if (shift > 0.001) wrong.push(`jumps by ${shift.toFixed(3)}`);
  return wrong.length > 0 ? `${path}: ${wrong.join(", ")}` : "";
}
