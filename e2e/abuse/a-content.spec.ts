import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/abuse-test.ts";
import { PAGES } from "../support/matrix.ts";
import { GROUND, HOME } from "../support/people.ts";
import { actionId, callAction } from "../support/server-actions.ts";
import { asBrowserCookie, demoCookie, groundCookie } from "../support/sign-in-once.ts";
import { provingGround } from "../support/test.ts";
import { ask, askPayload, post } from "../support/wire.ts";

/** Secrets of this very run, and words that stand in the server's source alone. */
function canaries(): string[] {
  const password = decodeURIComponent(new URL(process.env.E2E_DATABASE_URL ?? "http://x").password);
  const secrets = [process.env.NEXTAUTH_SECRET ?? "", process.env.CHARTROOM_KEY ?? "", password];
  for (const secret of secrets) expect(secret.length).toBeGreaterThan(20);
  return [
    ...secrets,
    "postgresql://",
    "app.organization_id",
    "sign_in_attempts",
    "argon2id",
    "NEXTAUTH_SECRET",
    "CHARTROOM_KEY",
    "row-level security",
  ];
}

test("A11 no secret and no source of the server is in what browsers get: bundles, maps, pages, payloads", async () => {
  const files = readdirSync(".next/static", { recursive: true, encoding: "utf8", withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  );
  expect(files.filter((entry) => entry.name.endsWith(".map")).map((entry) => entry.name)).toEqual([]);
  const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));
  expect(texts.length).toBeGreaterThan(10);
  const cookie = await groundCookie("admin");
  for (const address of Object.values(PAGES)) {
    for (const headers of [{}, { rsc: "1" }] as Record<string, string>[])
      texts.push((await askPayload({ path: address.path(provingGround()), cookie, headers })).body);
  }
  for (const canary of canaries())
    expect([canary, texts.some((text) => text.includes(canary))]).toEqual([canary, false]);
  for (const text of texts) expect(text).not.toMatch(/sourceMappingURL=/);
});

test("A11 an action that is handed a server function does not print its source", async () => {
  const own = actionId("createClusterAction");
  const part = (name: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  for (const name of [
    "createClusterAction",
    "saveAnswerAction",
    "overrideAction",
    "planYearAction",
    "changeRoleAction",
    "revokeSessionAction",
  ]) {
    for (const root of ['["$h1","$h1","$h1"]', '[{"toString":"$h1"},{"fields":"$h1"},"$h1","$h1"]']) {
      const body = `${part("1", `{"id":"${own}","bound":null}`)}${part("0", root)}--b--\r\n`;
      const answer = await post({
        path: `/${GROUND.organization}/clusters/new`,
        body,
        cookie: await groundCookie("architect"),
        headers: { "next-action": actionId(name), "content-type": "multipart/form-data; boundary=b" },
      });
      expect(answer.body).not.toMatch(/async function|=>\s*\{|act\(|revalidatePath|organization_id/);
    }
  }
});

async function open(page: Page, cookie: string, path: string): Promise<string[]> {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  await page.context().addCookies([asBrowserCookie(cookie)]);
  await page.goto(path);
  return violations;
}

test.describe("A13 scripts of others", () => {
  test("A13 the nonce is new with every answer, and is never the visitor's", async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 10; round++) {
      const answer = await ask({
        path: "/sign-in?nonce=bWluZQ==&to=/bWluZQ==",
        headers: {
          "x-nonce": "bWluZQ==",
          "content-security-policy": "script-src 'nonce-bWluZQ==' 'unsafe-inline'",
          "content-security-policy-report-only": "script-src 'nonce-bWluZQ=='",
        },
      });
      const policy = String(answer.headers["content-security-policy"]);
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
      expect(nonce).toHaveLength(24);
      expect(policy).not.toMatch(/bWluZQ|unsafe-eval|script-src[^;]*unsafe-inline/);
      for (const [, used] of answer.body.matchAll(/<script[^>]*\snonce="([^"]*)"/g)) expect(used).toBe(nonce);
      for (const [tag] of answer.body.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/g))
        expect(tag).toContain(`nonce="${nonce}"`);
      seen.add(nonce);
    }
    expect(seen.size).toBe(10);
  });

  test("A13 what is in the address is not run and not written into the page as markup", async ({ page }) => {
    const payloads = [
      "<script>window.hacked=1</script>",
      '"><img src=x onerror=window.hacked=1>',
      "';window.hacked=1//",
      "</script><script>window.hacked=1</script>",
      "javascript:window.hacked=1",
    ];
    for (const payload of payloads) {
      for (const path of [
        `/sign-in?to=${encodeURIComponent(payload)}&error=${encodeURIComponent(payload)}`,
        `/nowhere/${encodeURIComponent(payload).replaceAll("%2F", "")}`,
      ]) {
        await page.goto(path);
        expect(await page.evaluate(() => "hacked" in window)).toBe(false);
        expect((await ask({ path })).body).not.toContain(payload);
      }
    }
  });

  test("A13 eval, inline handlers, javascript: links, frames and foreign requests are blocked on a page of the portal", async ({
    page,
  }) => {
    const violations = await open(page, await demoCookie("consultant"), `/${HOME}`);
    expect(violations).toEqual([]);
    const outcome = await page.evaluate(async () => {
      const holder = document.createElement("div");
      holder.innerHTML =
        "<img src=x onerror=\"window.hacked='handler'\"><a id=evil href=\"javascript:window.hacked='link'\">x</a><svg onload=\"window.hacked='svg'\"></svg><iframe srcdoc=\"<script>parent.hacked='frame'</script>\"></iframe>";
      document.body.append(holder);
      document.getElementById("evil")?.click();
      // In a task of its own: what the test itself evaluates may evaluate more.
      const evaluated = await new Promise<string>((done) =>
        setTimeout(() => {
          try {
            done(String(new Function("return 'ran'")()));
          } catch {
            done("blocked");
          }
        }),
      );
      const fetched = await fetch("http://127.0.0.1:9/").then(
        () => "fetched",
        () => "blocked",
      );
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return { hacked: (window as { hacked?: string }).hacked ?? null, evaluated, fetched };
    });
    expect(outcome).toEqual({ hacked: null, evaluated: "blocked", fetched: "blocked" });
    expect(violations.length).toBeGreaterThan(3);
  });

  test("A13 names and comments that are markup are text wherever they are shown", async ({ page }) => {
    const [ground, cookie] = [provingGround(), await groundCookie("consultant")];
    const payload = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    await callAction({
      name: "createClusterAction",
      at: `/${ground.slug}/clusters/new`,
      args: [ground.slug, { fields: { name: payload, distribution: "eks", criticality: "1", dataSensitivity: "1" } }],
      cookie,
    });
    await callAction({
      name: "saveAnswerAction",
      at: `/${ground.slug}/assessments/${ground.assessment}/questionnaire`,
      args: [
        ground.slug,
        ground.assessment,
        {
          question: "etcd-encrypted-at-rest-q1",
          maturity: 1,
          notApplicable: false,
          comment: payload,
          confidence: "low",
          version: 0,
        },
      ],
      cookie,
    });
    const violations = await open(page, cookie, `/${ground.slug}/clusters`);
    await expect(page.getByText(payload).first()).toBeVisible();
    for (const rest of [
      "/assessments/new",
      `/assessments/${ground.assessment}/questionnaire`,
      `/assessments/${ground.assessment}/map`,
    ]) {
      await page.goto(`/${ground.slug}${rest}`);
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    }
    expect(violations).toEqual([]);
  });
});
