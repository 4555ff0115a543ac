import { readFileSync } from "node:fs";
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import type { Role } from "#lib/access/permissions.ts";
import type { Tenant } from "#lib/server/services/matrix.fixture.ts";
import { emailOf, FOREIGN, PASSWORD } from "./people.ts";

export { expect };

export type Visitor = Role | "nobody" | "foreigner";

/** Signs in through the same endpoint as the form does, and returns the context that holds the cookie. */
export async function signedIn(browser: Browser, baseURL: string, visitor: Visitor): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL });
  if (visitor !== "nobody")
    await signIn(context.request, baseURL, visitor === "foreigner" ? FOREIGN.email : emailOf(visitor), PASSWORD);
  return context;
}

export async function signIn(
  request: APIRequestContext,
  baseURL: string,
  email: string,
  password: string,
): Promise<number> {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const response = await request.post("/api/auth/callback/credentials?json=true", {
    form: { csrfToken, email, password, json: "true" },
    headers: { origin: baseURL },
    maxRedirects: 0,
  });
  return response.status();
}

/** The tenant that must stay invisible, and the one that tests may change. */
export const foreignTenant = (): Tenant => JSON.parse(readFileSync(".data/test/foreign.json", "utf8"));
export const provingGround = (): Tenant => JSON.parse(readFileSync(".data/test/ground.json", "utf8"));

type Fixtures = { visit: (visitor: Visitor) => Promise<Page>; origin: string };

export const test = base.extend<Fixtures>({
  origin: async ({ baseURL }, use) => use(baseURL ?? ""),
  /** A page in a browser of its own, signed in as the visitor. */
  visit: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (visitor) => {
      const context = await signedIn(browser, baseURL ?? "", visitor);
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
