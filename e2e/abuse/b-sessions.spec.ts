import { createHmac } from "node:crypto";
import { encode } from "next-auth/jwt";
import { expect, test } from "../support/abuse-test.ts";
import { auditEvents, digestOf, rows, securityEvents } from "../support/database.ts";
import { FOREIGN, GROUND, PASSWORD } from "../support/people.ts";
import { callAction } from "../support/server-actions.ts";
import { asBrowserCookie, cookieIn, groundCookie, signInFor, spareEmail } from "../support/sign-in-once.ts";
import { foreignTenant, provingGround } from "../support/test.ts";
import { ask, ORIGIN, post } from "../support/wire.ts";

const NAME = "next-auth.session-token";

async function open(number: number): Promise<string> {
  const { cookie } = await signInFor(spareEmail(number), PASSWORD);
  expect(cookie).not.toBeNull();
  return cookie ?? "";
}

/** What a cookie is worth: at a page, at an upload, at an action, at the session's own endpoint. */
async function worth(cookie: string): Promise<{ account: number; home: number; upload: number; action: string }> {
  const ground = provingGround();
  const action = await callAction({
    name: "createClusterAction",
    at: `/${ground.slug}/clusters/new`,
    args: [ground.slug, { fields: { name: "", distribution: "eks", criticality: "1", dataSensitivity: "1" } }],
    cookie,
  });
  return {
    account: (await ask({ path: "/account", cookie })).status,
    home: (await ask({ path: `/${ground.slug}/clusters`, cookie })).status,
    upload: (await post({ path: `/${ground.slug}/clusters/${ground.cluster}/snapshots`, body: "{}", cookie })).status,
    action: action.outcome && !action.outcome.ok ? action.outcome.code : "ok",
  };
}

const ALIVE = { account: 200, home: 200, upload: 200, action: "invalid-input" };
const DEAD = { account: 307, home: 307, upload: 401, action: "not-signed-in" };

const sessionIdOf = async (cookie: string): Promise<{ userId: string; sessionId: string }> =>
  JSON.parse((await ask({ path: "/api/auth/session", cookie })).body);

test("B06 every sign-in makes a session of its own; the cookie is HttpOnly, SameSite and of this host alone", async () => {
  const [first, second] = [await open(0), await open(0)];
  expect((await sessionIdOf(first)).sessionId).not.toBe((await sessionIdOf(second)).sessionId);
  const { answer } = await signInFor(spareEmail(0), PASSWORD);
  const line = (answer.headers["set-cookie"] ?? []).find((each) => each.startsWith(NAME)) ?? "";
  expect(line).toMatch(/; HttpOnly/);
  expect(line).toMatch(/; SameSite=Lax/);
  expect(line).not.toMatch(/; Domain=/i);
});

test("B06 a session that somebody planted before the sign-in is not the one after it, and gains nothing by it", async () => {
  const planted = await open(1);
  const { cookie } = await signInFor(`leader@${GROUND.domain}`, PASSWORD, { cookie: planted });
  const [before, after] = [await sessionIdOf(planted), await sessionIdOf(cookie ?? "")];
  expect(after.sessionId).not.toBe(before.sessionId);
  expect(after.userId).toBe(provingGround().members.leader);
  expect((await sessionIdOf(planted)).userId).toBe(before.userId);
  const made = `${NAME}=a-value-that-somebody-chose`;
  expect((await signInFor(spareEmail(1), PASSWORD, { cookie: made })).cookie).not.toBe(made);
  expect(await worth(made)).toEqual(DEAD);
});

test("B06 a cookie that was signed out of is dead on the server, not only in that browser", async () => {
  const cookie = await open(1);
  expect(await worth(cookie)).toEqual(ALIVE);
  const csrf = await ask({ path: "/api/auth/csrf", cookie });
  const token = JSON.parse(csrf.body).csrfToken;
  await post({
    path: "/api/auth/signout",
    cookie: `${cookie}; ${cookieIn(csrf, "next-auth.csrf-token")}`,
    body: new URLSearchParams({ csrfToken: token, json: "true" }).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect(await worth(cookie)).toEqual(DEAD);
});

test("B07 a changed password ends every session at once, the own one too, and is written down", async () => {
  const [one, two] = [await open(2), await open(2)];
  const { userId } = await sessionIdOf(one);
  const change = await callAction({
    name: "changePasswordAction",
    at: "/account",
    args: [{ fields: { current: PASSWORD, next: "another-password-here" } }],
    cookie: one,
  });
  expect(change.outcome).toMatchObject({ ok: true });
  for (const cookie of [one, two]) expect(await worth(cookie)).toEqual(DEAD);
  expect((await signInFor(spareEmail(2), PASSWORD)).cookie).toBeNull();
  expect((await signInFor(spareEmail(2), "another-password-here")).cookie).not.toBeNull();
  expect(await securityEvents("password-changed", userId)).toBe(1);
});

test("B07 a lower role counts with the next request", async () => {
  const [ground, cookie] = [provingGround(), await open(3)];
  expect(await worth(cookie)).toEqual(ALIVE);
  const before = await auditEvents(ground.organizationId, "members.change-role");
  const changed = await callAction({
    name: "changeRoleAction",
    at: `/${ground.slug}/members`,
    args: [ground.slug, ground.spare[3], "leader"],
    cookie: await groundCookie("admin"),
  });
  expect(changed.outcome).toMatchObject({ ok: true });
  expect(await worth(cookie)).toMatchObject({ home: 200, upload: 403 });
  const refused = await callAction({
    name: "createClusterAction",
    at: `/${ground.slug}/clusters/new`,
    args: [ground.slug, { fields: { name: "by-leader", distribution: "eks", criticality: "1", dataSensitivity: "1" } }],
    cookie,
  });
  expect(refused.outcome).toMatchObject({ ok: false, code: "forbidden" });
  expect(await auditEvents(ground.organizationId, "members.change-role")).toBeGreaterThan(before);
});

test("B07 whoever is removed sees nothing of the organization with the next request, and keeps the own account", async () => {
  const [ground, cookie] = [provingGround(), await open(4)];
  expect(await worth(cookie)).toEqual(ALIVE);
  await callAction({
    name: "removeMemberAction",
    at: `/${ground.slug}/members`,
    args: [ground.slug, ground.spare[4]],
    cookie: await groundCookie("admin"),
  });
  expect(await worth(cookie)).toMatchObject({ account: 200, home: 404, upload: 404 });
  expect((await ask({ path: `/${ground.slug}`, cookie })).body).not.toContain(GROUND.name);
});

test("B07 a disabled account is out with the next request, and cannot sign in; there are no API tokens and no event streams that could outlive it", async () => {
  const cookie = await open(5);
  expect(await worth(cookie)).toEqual(ALIVE);
  await rows("update users set disabled_at = now() where email = $1", [spareEmail(5)]);
  expect(await worth(cookie)).toEqual(DEAD);
  expect((await signInFor(spareEmail(5), PASSWORD)).cookie).toBeNull();
  for (const path of ["/api/v1/clusters", "/api/v1/tokens", "/api/events", "/api/v1/openapi.json"])
    expect((await ask({ path, headers: { authorization: "Bearer x" } })).status).toBe(404);
});

test("B07 a session that its owner ends elsewhere is dead, and a foreign one cannot be ended", async () => {
  const [here, there] = [await open(8), await open(8)];
  const { sessionId } = await sessionIdOf(there);
  const foreign = await callAction({
    name: "revokeSessionAction",
    at: "/account",
    args: [foreignTenant().sessions.admin],
    cookie: here,
  });
  expect(foreign.outcome).toMatchObject({ ok: false, code: "not-found" });
  expect(
    (await callAction({ name: "revokeSessionAction", at: "/account", args: [sessionId], cookie: here })).outcome,
  ).toMatchObject({ ok: true });
  expect([await worth(there), await worth(here)]).toEqual([DEAD, ALIVE]);
});

const HOSTILE = [
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https://evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,x",
  "/%2f%2fevil.example",
  "/%5cevil.example",
  "/%09/evil.example",
  `${ORIGIN}.evil.example`,
  `${ORIGIN}@evil.example`,
  "http://localhost@evil.example",
];

test("B11 wherever a link wants a sign-in to lead, it leads to a path of our own", async () => {
  for (const target of HOSTILE) {
    const encoded = encodeURIComponent(target);
    for (const path of [
      `/api/auth/signin?callbackUrl=${encoded}`,
      `/api/auth/error?error=x&callbackUrl=${encoded}`,
      `/api/auth/csrf?callbackUrl=${encoded}`,
    ]) {
      const answer = await ask({ path });
      const location = String(answer.headers.location ?? "/");
      expect(new URL(location, ORIGIN).origin).toBe(ORIGIN);
      const callback = new URL(location, ORIGIN).searchParams.get("callbackUrl");
      if (callback) expect(new URL(callback, ORIGIN).origin).toBe(ORIGIN);
      for (const line of answer.headers["set-cookie"] ?? [])
        if (line.includes("callback-url"))
          expect(new URL(decodeURIComponent(line.split(";")[0]?.split("=")[1] ?? ""), ORIGIN).origin).toBe(ORIGIN);
    }
  }
  const csrf = await ask({ path: "/api/auth/csrf" });
  for (const target of HOSTILE) {
    const form = new URLSearchParams({
      csrfToken: JSON.parse(csrf.body).csrfToken,
      email: `leader@${GROUND.domain}`,
      password: PASSWORD,
      callbackUrl: target,
    });
    const answer = await post({
      path: "/api/auth/callback/credentials",
      body: form.toString(),
      cookie: cookieIn(csrf, "next-auth.csrf-token") ?? "",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(new URL(String(answer.headers.location), ORIGIN).origin).toBe(ORIGIN);
  }
});

test("B11 in a browser too: whoever is signed in already and whoever signs in now stays here", async ({ page }) => {
  await page.context().addCookies([asBrowserCookie(await groundCookie("leader"))]);
  for (const target of HOSTILE.slice(0, 7)) {
    await page.goto(`/sign-in?to=${encodeURIComponent(target)}`);
    expect(new URL(page.url()).origin).toBe(ORIGIN);
  }
  await page.context().clearCookies();
  await page.goto(
    `/sign-in?to=${encodeURIComponent("//evil.example")}&callbackUrl=${encodeURIComponent("//evil.example")}`,
  );
  await page.getByLabel("E-mail").fill(spareEmail(9));
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${ORIGIN}/${GROUND.organization}`);
});

test("B12 tokens that nobody here made are nobody: no algorithm, another one, another secret, other ids, expired", async () => {
  const secret = process.env.NEXTAUTH_SECRET ?? "";
  const [ground, foreign] = [provingGround(), foreignTenant()];
  const mine = await sessionIdOf(await open(9));
  const base64 = (value: object | string) =>
    Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
  const jwt = (header: object, signature: (text: string) => string) => {
    const text = `${base64(header)}.${base64({ ...mine, exp: 4_102_444_800 })}`;
    return `${text}.${signature(text)}`;
  };
  const hmac = (key: string) => (text: string) => createHmac("sha256", key).update(text).digest("base64url");
  const tokens: [string, string][] = [
    ["alg none", jwt({ alg: "none" }, () => "")],
    ["alg None", jwt({ alg: "None", typ: "JWT" }, () => "")],
    ["signed with the secret", jwt({ alg: "HS256" }, hmac(secret))],
    ["signed with nothing", jwt({ alg: "HS256" }, hmac(""))],
    ["a key that the token brings", jwt({ alg: "HS256", jwk: { kty: "oct", k: "AA" } }, hmac("\u0000"))],
    ["a key id that is a path", jwt({ alg: "HS256", kid: "../../dev/null" }, hmac(""))],
    ["another secret", await encode({ token: mine, secret: "another-secret-another-secret-12" })],
    ["no secret", await encode({ token: mine, secret: "" }).catch(() => "x")],
    ["expired", await encode({ token: mine, secret, maxAge: -60 })],
    ["no ids", await encode({ token: { name: "x" }, secret })],
    [
      "an unknown session",
      await encode({ token: { ...mine, sessionId: "00000000-0000-4000-8000-000000000000" }, secret }),
    ],
    ["another's session", await encode({ token: { ...mine, sessionId: ground.sessions.admin }, secret })],
    ["another's name with the own session", await encode({ token: { ...mine, userId: ground.members.admin }, secret })],
    [
      "a foreign tenant's person with the own session",
      await encode({ token: { ...mine, userId: foreign.members.admin }, secret }),
    ],
    ["ids that are no ids", await encode({ token: { userId: "' or 1=1 --", sessionId: "%" }, secret })],
    ["ids that are structures", await encode({ token: { userId: { not: null }, sessionId: { not: null } }, secret })],
  ];
  for (const [what, token] of tokens) expect([what, await worth(`${NAME}=${token}`)]).toEqual([what, DEAD]);
  // The control: the same ids, made as the portal makes them, are alive; and what else a token claims is not read.
  expect(await worth(`${NAME}=${await encode({ token: mine, secret })}`)).toEqual(ALIVE);
  const claims = await encode({
    token: {
      ...mine,
      role: "admin",
      organizationId: foreign.organizationId,
      organization: FOREIGN.organization,
      isAdmin: true,
    },
    secret,
  });
  expect((await ask({ path: `/${FOREIGN.organization}`, cookie: `${NAME}=${claims}` })).status).toBe(404);
  const promoted = await callAction({
    name: "changeRoleAction",
    at: `/${ground.slug}/members`,
    args: [ground.slug, mine.userId, "admin"],
    cookie: `${NAME}=${claims}`,
  });
  expect(promoted.outcome).toMatchObject({ ok: false, code: "forbidden" });
});

test("B12 a session that ran out in the database is dead, though its cookie is not", async () => {
  const cookie = await open(9);
  const { sessionId } = await sessionIdOf(cookie);
  await rows("update sessions set expires_at = now() - interval '1 second' where id = $1", [sessionId]);
  expect(await worth(cookie)).toEqual(DEAD);
});

test("B13 fields that nobody asked for are refused or not read, and nothing is changed", async () => {
  const ground = provingGround();
  const cookie = await open(22);
  const people = () =>
    rows(
      "select u.id, u.email, u.name, u.password_hash, u.disabled_at, m.role, m.organization_id from users u left join memberships m on m.user_id = u.id where u.id = any($1::uuid[]) order by 1",
      [[ground.spare[22], ground.members.admin]],
    );
  const before = await people();
  const gifts = {
    role: "admin",
    organizationId: foreignTenant().organizationId,
    organization_id: foreignTenant().organizationId,
    isAdmin: "true",
    passwordHash: "x",
    userId: ground.members.admin,
    id: ground.members.admin,
  };
  const at = `/${ground.slug}`;
  const extra = await callAction({
    name: "saveAnswerAction",
    at: `${at}/assessments/${ground.assessment}/questionnaire`,
    args: [
      ground.slug,
      ground.assessment,
      {
        question: "etcd-encrypted-at-rest-q1",
        maturity: 1,
        notApplicable: false,
        comment: "",
        confidence: "low",
        version: 0,
        ...gifts,
      },
    ],
    cookie,
  });
  expect(extra.outcome).toMatchObject({ ok: false, code: "invalid-input" });
  const planned = await callAction({
    name: "planYearAction",
    at: `${at}/assessments/${ground.assessment}/plan`,
    args: [ground.slug, ground.assessment, { startsOn: "2026-11-02", capacity: {}, ...gifts }],
    cookie,
  });
  expect(planned.outcome).toMatchObject({ ok: false, code: "invalid-input" });
  const made = await callAction({
    name: "createClusterAction",
    at: `${at}/clusters/new`,
    args: [
      ground.slug,
      { fields: { name: "with-gifts", distribution: "eks", criticality: "1", dataSensitivity: "1", ...gifts } },
    ],
    cookie,
  });
  expect(made.outcome).toMatchObject({ ok: true });
  expect(await rows("select organization_id from clusters where name = 'with-gifts'")).toEqual([
    { organization_id: ground.organizationId },
  ]);
  await callAction({
    name: "changePasswordAction",
    at: "/account",
    args: [{ fields: { current: "wrong", next: "another-password-here", ...gifts } }],
    cookie,
  });
  await callAction({
    name: "changePasswordAction",
    at: "/account",
    args: [{ userId: ground.members.admin, current: PASSWORD, next: "another-password-here" }],
    cookie,
  });
  expect(await people()).toEqual(before);
});

test("B13 nobody raises the own role, touches a higher one without the right to, or removes the last admin", async () => {
  const ground = provingGround();
  const stood = await digestOf(ground);
  for (const role of ["leader", "architect", "consultant"] as const) {
    const cookie = await groundCookie(role);
    for (const [name, args] of [
      ["changeRoleAction", [ground.slug, ground.members[role], "admin"]],
      ["changeRoleAction", [ground.slug, ground.members.admin, "leader"]],
      ["removeMemberAction", [ground.slug, ground.members.admin]],
    ] as const) {
      expect(
        (await callAction({ name, at: `/${ground.slug}/members`, args: [...args], cookie })).outcome,
      ).toMatchObject({ ok: false, code: "forbidden" });
    }
  }
  const admin = await groundCookie("admin");
  for (const [name, args] of [
    ["changeRoleAction", [ground.slug, ground.members.admin, "leader"]],
    ["removeMemberAction", [ground.slug, ground.members.admin]],
  ] as const) {
    expect(
      (await callAction({ name, at: `/${ground.slug}/members`, args: [...args], cookie: admin })).outcome,
    ).toMatchObject({ ok: false, code: "refused" });
  }
  for (const role of ["owner", "root", "", "ADMIN", null, { not: null }, ["admin"]]) {
    expect(
      (
        await callAction({
          name: "changeRoleAction",
          at: `/${ground.slug}/members`,
          args: [ground.slug, ground.spare[23], role],
          cookie: admin,
        })
      ).outcome,
    ).toMatchObject({ ok: false, code: "invalid-input" });
  }
  const now = await digestOf(ground);
  expect([now.memberships, now.users]).toEqual([stood.memberships, stood.users]);
});
