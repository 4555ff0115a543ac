import { createHash } from "node:crypto";
import { expect, test } from "../support/abuse-test.ts";
import { rows, securityEvents } from "../support/database.ts";
import { GROUND, PASSWORD } from "../support/people.ts";
import { groundCookie, signInFor, spareEmail } from "../support/sign-in-once.ts";
import { provingGround } from "../support/test.ts";
import { type Answer, ask, post } from "../support/wire.ts";

/** A loopback address of its own, so that what is counted by network counts for nobody else. Linux has 16 million. */
const networkOf = (number: number) => (process.platform === "linux" ? `127.0.0.${number}` : undefined);
const says = (answer: Answer) => JSON.parse(answer.body).url as string;

test("B01 e-mails that look like an account's open no session, and what is the same opens the same account", async () => {
  const email = spareEmail(0);
  const alike = [
    email.replace("@", "\uff20"),
    email.replace("s", "\uff53"),
    email.replace("s", "\u017f"),
    email.replace("i", "\u0131"),
    email.replace("a", "\u0430"),
    email.replace("e", "e\u0301"),
    `"${email}"@evil.example`,
    `"a@evil.example"@${GROUND.domain}`,
    `${email},eve@evil.example`,
    `${email}\u0000`,
    `${email}%00`,
    `<${email}>`,
    `${email}@evil.example`,
    email.replace("@", "%40"),
    email.replace(".example", ".example."),
    "' or 1=1 --",
    "%",
  ];
  for (const [index, typed] of alike.entries()) {
    const { cookie, answer } = await signInFor(typed, PASSWORD, { from: networkOf(20 + (index % 3)) });
    expect([typed, cookie, answer.status]).toEqual([typed, null, 401]);
  }
  for (const typed of [email.toUpperCase(), `  ${email} `]) {
    const { cookie } = await signInFor(typed, PASSWORD, { from: networkOf(23) });
    expect((await ask({ path: "/account", cookie: cookie ?? "" })).body).toContain(email);
  }
});

test("B01 two e-mails, two passwords and structures in their place open no session", async () => {
  const csrf = await ask({ path: "/api/auth/csrf" });
  const cookie = (csrf.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");
  const token = encodeURIComponent(JSON.parse(csrf.body).csrfToken);
  const email = encodeURIComponent(spareEmail(0));
  for (const form of [
    `email=${email}&email=eve%40evil.example&password=${PASSWORD}`,
    `email[]=${email}&password=${PASSWORD}`,
    `email=${email}&password[$ne]=x`,
    `email=${email}&password[not]=x`,
    `email=${email}`,
    `email=${email}&password=`,
    `email=${email}&password=${"x".repeat(5_000)}`,
  ]) {
    const answer = await post({
      path: "/api/auth/callback/credentials?json=true",
      body: `csrfToken=${token}&json=true&${form}`,
      cookie,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect([form.slice(0, 60), answer.status]).toEqual([form.slice(0, 60), 401]);
    expect(JSON.stringify(answer.headers["set-cookie"] ?? [])).not.toContain("session-token=e");
  }
});

test("B02 malformed Authorization headers and cookies are nobody, never an error", async () => {
  const ground = provingGround();
  const tokens = [
    "%E0%A4%A",
    "%",
    "%%",
    "%zz",
    "%00",
    "\u00ff\u00fe",
    "",
    " ",
    ".",
    "..",
    "...",
    "....",
    "a.b.c",
    "e30.e30.",
    "eyJhbGciOiJub25lIn0.e30.",
    "=",
    "==",
    "null",
    "undefined",
    "[object Object]",
    "{}",
    "[]",
    "../../etc/passwd",
    "' or 1=1 --",
    "{{7*7}}",
    "a".repeat(4_000),
    "ey".repeat(2_000),
    "%F0%9F%98%80",
    "\\u0000",
    "-1",
  ];
  const headers: Record<string, string>[] = tokens.flatMap((token): Record<string, string>[] => [
    { authorization: `Bearer ${token}` },
    { cookie: `next-auth.session-token=${token.replaceAll(";", "")}` },
  ]);
  headers.push(
    { authorization: "Basic OjpbXQ==" },
    { authorization: "Bearer" },
    { cookie: "next-auth.session-token.0=a; next-auth.session-token.1=b; next-auth.session-token.9999=c" },
    { cookie: "next-auth.csrf-token=%E0%A4%A; next-auth.callback-url=%E0%A4%A" },
  );
  expect(headers.length).toBeGreaterThan(50);
  for (const lie of headers) {
    const session = await ask({ path: "/api/auth/session", headers: lie });
    expect([JSON.stringify(lie).slice(0, 60), session.status, session.body]).toEqual([
      JSON.stringify(lie).slice(0, 60),
      200,
      "{}",
    ]);
    expect((await ask({ path: "/account", headers: lie })).status).toBe(307);
    expect(
      (await post({ path: `/${ground.slug}/clusters/${ground.cluster}/snapshots`, body: "{}", headers: lie })).status,
    ).toBe(401);
  }
});

test("B03 there is no single sign-on in this build: callbacks of any provider, with any state, nonce or PKCE cookie, are 404 and open no session", async () => {
  expect(Object.keys(JSON.parse((await ask({ path: "/api/auth/providers" })).body))).toEqual(["credentials"]);
  const cookie = ["state", "nonce", "pkce.code_verifier"]
    .map((name) => `next-auth.${name}=eyJhbGciOiJkaXIifQ..a.b.c`)
    .join("; ");
  for (const provider of [
    "google",
    "github",
    "azure-ad",
    "keycloak",
    "saml",
    "email",
    "oidc-a",
    "__proto__",
    "constructor",
  ]) {
    for (const query of [
      "",
      "?code=x&state=y",
      "?state=x&error=access_denied",
      "?token=x&email=admin%40proving.example",
    ]) {
      for (const answer of [
        await ask({ path: `/api/auth/callback/${provider}${query}`, cookie }),
        await post({ path: `/api/auth/callback/${provider}${query}`, cookie, body: "" }),
        await post({ path: `/api/auth/signin/${provider}`, body: "" }),
      ]) {
        expect([provider, answer.status]).toEqual([provider, 404]);
        expect(JSON.stringify(answer.headers["set-cookie"] ?? "")).not.toContain("session-token");
      }
    }
  }
});

test("B04 there is no identity provider that could assert another organization's e-mail: only a password opens a session", async () => {
  for (const path of [
    "/api/auth/callback/credentials",
    "/api/auth/signin/credentials",
    "/api/auth/session",
    "/api/auth/_log",
    "/api/auth/verify-request",
    "/api/auth/signin/email",
  ]) {
    for (const body of ["email=admin%40tidewater.example", '{"email":"admin@tidewater.example","assertion":"x"}']) {
      const answer = await post({
        path,
        body,
        headers: { "content-type": body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded" },
      });
      expect(answer.status).toBeLessThan(500);
      expect(JSON.stringify(answer.headers["set-cookie"] ?? "")).not.toContain("session-token=e");
    }
  }
});

test("B08 ten guesses at an account from one network, whatever X-Forwarded-For says; then not even the right password, and an event", async () => {
  const [email, from] = [spareEmail(6), networkOf(60)];
  const account = createHash("sha256").update(email).digest("hex").slice(0, 32);
  for (let guess = 0; guess < 10; guess++) {
    const { answer } = await signInFor(email, `wrong-${guess}`, {
      from,
      headers: {
        "x-forwarded-for": `10.0.0.${guess}`,
        "x-real-ip": `10.0.1.${guess}`,
        forwarded: `for=10.0.2.${guess}`,
        "x-chartroom-network": `10.0.3.${guess}`,
      },
    });
    expect(says(answer)).toContain("error=CredentialsSignin");
  }
  for (const password of ["wrong-again", PASSWORD]) {
    const { cookie, answer } = await signInFor(email, password, { from, headers: { "x-forwarded-for": "10.9.9.9" } });
    expect([cookie, answer.status]).toEqual([null, 401]);
    expect(says(answer)).toContain("error=too-many-attempts");
  }
  expect(await securityEvents("sign-in-refused", account)).toBe(10);
  expect(await securityEvents("sign-in-limited", account)).toBe(2);
});

test("B08 thirty guesses at once count as thirty", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 30 }, async () =>
      says((await signInFor(spareEmail(7), "wrong", { from: networkOf(61) })).answer),
    ),
  );
  expect(outcomes.filter((url) => url.includes("CredentialsSignin"))).toHaveLength(10);
  expect(outcomes.filter((url) => url.includes("too-many-attempts"))).toHaveLength(20);
});

test("B09 a wrong password, an unknown account and a malformed e-mail are answered letter by letter alike", async () => {
  const answers = [];
  for (const email of [spareEmail(8), "nobody@proving.example", "no e-mail"])
    answers.push((await signInFor(email, "wrong", { from: networkOf(62) })).answer);
  const [first, ...others] = answers.map(
    ({ status, body, headers: { date: _, "set-cookie": cookies, "content-security-policy": _csp, ...headers } }) => ({
      status,
      body,
      headers,
      cookies: (cookies ?? []).map((line) => line.split("=")[0]),
    }),
  );
  for (const other of others) expect(other).toEqual(first);
});

test("B09 the time does not tell whether an account exists: 60 pairs in turns, lower quartiles less than 5 ms apart, in one of three rounds", async () => {
  test.slow();
  const from = networkOf(63);
  const known = spareEmail(9);
  const differences: number[] = [];
  for (let round = 0; round < 3 && !differences.some((difference) => difference < 5); round++) {
    const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
    for (let pair = 0; pair < 60; pair++) {
      // Limited attempts are answered at once: keep both below the limits.
      if (pair % 8 === 0)
        await rows("delete from sign_in_attempts where key = any($1)", [
          [known, "nobody@proving.example"].flatMap((email) => [
            digest(email),
            digest(`${email}|::ffff:${from}`),
            digest(`::ffff:${from}`),
          ]),
        ]);
      times.known.push((await signInFor(known, "wrong", { from })).answer.milliseconds);
      times.unknown.push((await signInFor("nobody@proving.example", "wrong", { from })).answer.milliseconds);
    }
    differences.push(Math.abs(lowerQuartile(times.known) - lowerQuartile(times.unknown)));
  }
  expect(Math.min(...differences)).toBeLessThan(5);
});

const digest = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);
const lowerQuartile = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 4)] ?? 0;

test("B10 links and redirects name the configured origin, whatever Host claims; there are no links by mail in this build", async () => {
  for (const headers of [
    { host: "evil.example" },
    { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    { host: "localhost:3107.evil.example" },
    { host: "evil.example:3107" },
    { forwarded: "host=evil.example" },
  ] as Record<string, string>[]) {
    for (const path of [
      "/sign-in",
      "/",
      "/account",
      "/api/auth/signin",
      "/api/auth/csrf",
      "/api/auth/providers",
      "/api/auth/session",
      "/api/auth/error",
      "/api/health",
    ]) {
      for (const cookie of [undefined, await groundCookie("leader")]) {
        const answer = await ask({ path, headers, cookie });
        expect(answer.body + JSON.stringify(answer.headers)).not.toContain("evil.example");
      }
    }
  }
  for (const path of ["/reset", "/invite", "/forgot", "/api/auth/signin/email", "/api/auth/verify-request", "/verify"])
    expect([307, 404]).toContain((await ask({ path })).status);
});
