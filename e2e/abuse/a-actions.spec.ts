import { createServer } from "node:net";
import { expect, test } from "../support/abuse-test.ts";
import { rows, securityEvents } from "../support/database.ts";
import { ACTIONS } from "../support/matrix.ts";
import { GROUND } from "../support/people.ts";
import { actionId, callAction } from "../support/server-actions.ts";
import { groundCookie } from "../support/sign-in-once.ts";
import { provingGround } from "../support/test.ts";
import { ask, exchange, ORIGIN, PORT, post } from "../support/wire.ts";

const clusters = async () =>
  (
    await rows<{ n: number }>("select count(*)::int as n from clusters where organization_id = $1", [
      provingGround().organizationId,
    ])
  )[0]?.n;
const AT = `/${GROUND.organization}/clusters/new`;

const part = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const parts = (...all: [string, string][]) => `${all.map(([name, value]) => part(name, value)).join("")}--b--\r\n`;
const MULTIPART = "multipart/form-data; boundary=b";

test.describe("A05 malformed bodies of server actions", () => {
  const TEXT = "text/plain;charset=UTF-8";
  const bodies: [string, string, string][] = [
    ["no JSON", TEXT, "{"],
    ["nothing", TEXT, ""],
    ["no list", TEXT, '"x"'],
    ["a prototype key", TEXT, '[{"__proto__":{"polluted":true}}]'],
    ["the way through a prototype", MULTIPART, parts(["0", '["$1:__proto__:constructor"]'], ["1", "{}"])],
    ["the way through a constructor", MULTIPART, parts(["0", '["$1:constructor:constructor"]'], ["1", "[]"])],
    [
      "a thenable",
      MULTIPART,
      parts(
        ["0", '"$1"'],
        [
          "1",
          '{"then":"$1:__proto__:then","status":"resolved_model","value":"{\\"then\\":\\"$B0\\"}","_response":{"_prefix":"x","_formData":{"get":"$1:constructor:constructor"}}}',
        ],
      ),
    ],
    ["a reference to itself", MULTIPART, parts(["0", '["$0"]'])],
    ["references in a circle", MULTIPART, parts(["0", '["$1"]'], ["1", '["$2"]'], ["2", '["$1"]'])],
    ["a map of itself", MULTIPART, parts(["0", '["$Q1"]'], ["1", '[["$Q1","$Q1"]]'])],
    ["a promise that never comes", MULTIPART, parts(["0", '["$@1"]'])],
    ["a stream that never ends", MULTIPART, parts(["0", '["$r1"]'])],
    ["an unknown server reference", MULTIPART, parts(["0", '["$h1"]'], ["1", '{"id":"ffff","bound":null}'])],
    [
      "bound arguments without an end",
      MULTIPART,
      parts(["0", '["$h1"]'], ["1", `{"id":"${"0".repeat(42)}","bound":"$@1"}`]),
    ],
    ["a number of 300,000 digits", TEXT, `["$n${"9".repeat(300_000)}"]`],
    ["100,000 lists within lists", TEXT, `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["400,000 lists within lists", TEXT, `${"[".repeat(400_000)}${"]".repeat(400_000)}`],
    [
      "10,000 parts",
      MULTIPART,
      parts(...Array.from({ length: 10_000 }, (_, index): [string, string] => [String(index), "[]"])),
    ],
    [
      "10,000 references to one part",
      MULTIPART,
      parts(["0", `[${Array.from({ length: 10_000 }, () => '"$1"').join(",")}]`], ["1", `[${"1,".repeat(1_000)}1]`]),
    ],
    ["a form without an end", MULTIPART, part("0", "[]")],
    ["a form of another boundary", "multipart/form-data; boundary=other", parts(["0", "[]"])],
    ["a form without a boundary", "multipart/form-data", parts(["0", "[]"])],
    ["an encoded form", "application/x-www-form-urlencoded", "0=[]&%00=1&a[b]=c"],
    ["another content", "application/octet-stream", "\u0000\u0001"],
  ];

  for (const [what, type, body] of bodies) {
    test(`A05 ${what}: refused or an outcome, the fastest of five within half a second, signed in or not`, async () => {
      const before = await clusters();
      for (const cookie of [undefined, await groundCookie("architect")]) {
        const times: number[] = [];
        for (let round = 0; round < 5; round++) {
          const answer = await post({
            path: AT,
            body,
            cookie,
            headers: {
              "next-action": actionId("createClusterAction"),
              "content-type": type,
              accept: "text/x-component",
            },
          });
          expect([200, 400, 404]).toContain(answer.status);
          expect(answer.body).not.toContain('"ok":true');
          expect(answer.body).not.toMatch(/node_modules|at async|\.next\/server/);
          times.push(answer.milliseconds);
        }
        expect(Math.min(...times)).toBeLessThan(500);
      }
      expect(await clusters()).toBe(before);
    });
  }

  test("A05 an action id that is not of this build, in every way to name one", async () => {
    const cookie = await groundCookie("architect");
    for (const id of [
      "x",
      "0".repeat(42),
      "__proto__",
      "constructor",
      "toString",
      "../../x",
      actionId("createClusterAction").toUpperCase(),
      `${actionId("createClusterAction")}0`,
    ]) {
      expect(
        (await post({ path: AT, body: "[]", cookie, headers: { "next-action": id, "content-type": TEXT } })).status,
      ).toBe(404);
      for (const name of [`$ACTION_ID_${id}`, `$ACTION_REF_${id}`]) {
        const answer = await post({
          path: AT,
          body: parts([name, ""]),
          cookie,
          headers: { "content-type": MULTIPART },
        });
        expect([answer.status, answer.headers.location]).toEqual([303, AT]);
      }
    }
  });

  test("A05 a form without the header of React is parsed by nobody and reaches no action", async () => {
    const cookie = await groundCookie("architect");
    const before = await clusters();
    const bound = parts(
      ["$ACTION_REF_1", ""],
      ["$ACTION_1:0", `{"id":"${actionId("createClusterAction")}","bound":"$@1"}`],
      ["$ACTION_1:1", `["${GROUND.organization}"]`],
      ["$ACTION_KEY", "k"],
      ["name", "by-form"],
      ["distribution", "eks"],
      ["criticality", "1"],
      ["dataSensitivity", "1"],
    );
    for (const who of [undefined, cookie]) {
      const answer = await post({ path: AT, body: bound, cookie: who, headers: { "content-type": MULTIPART } });
      expect([answer.status, answer.headers.location]).toEqual([303, AT]);
    }
    expect(await clusters()).toBe(before);
    for (const lie of [{ origin: "http://evil.example" }, { origin: "null" }])
      expect(
        (await ask({ method: "POST", path: AT, body: bound, cookie, headers: { "content-type": MULTIPART, ...lie } }))
          .status,
      ).toBe(403);
    expect(await clusters()).toBe(before);
  });

  test("A05 a body beyond the limit is refused before it is parsed", async () => {
    const answer = await post({
      path: AT,
      body: Buffer.alloc(1 << 20, " "),
      cookie: await groundCookie("architect"),
      headers: { "next-action": actionId("createClusterAction"), "content-type": TEXT },
    });
    expect(answer.status).toBe(413);
  });
});

test.describe("A06 a change from elsewhere", () => {
  const lies: [string, Record<string, string>][] = [
    ["no Origin", {}],
    ["the null Origin of a sandbox", { origin: "null" }],
    ["a foreign Origin", { origin: "http://evil.example" }],
    [
      "a foreign Origin and its host claimed by a proxy",
      { origin: "http://evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" },
    ],
    ["a foreign Origin and its host", { origin: "http://evil.example", host: "evil.example" }],
    ["our host at another port", { origin: "http://localhost:1" }],
    ["our host with another scheme", { origin: `https://localhost:${PORT}` }],
    ["our Origin as a prefix", { origin: `${ORIGIN}.evil.example` }],
  ];

  for (const [what, headers] of lies) {
    test(`A06 ${what}: 403 and an event, and nothing is written, by an action, an upload or a sign-in`, async () => {
      const [ground, cookie] = [provingGround(), await groundCookie("architect")];
      const before = await clusters();
      const events = await securityEvents("origin-refused", ground.cluster);
      const action = { "next-action": actionId("createClusterAction"), "content-type": "text/plain;charset=UTF-8" };
      const body = JSON.stringify([ground.slug, {}]);
      expect((await ask({ method: "POST", path: AT, body, cookie, headers: { ...action, ...headers } })).status).toBe(
        403,
      );
      expect(
        (
          await ask({
            method: "POST",
            path: `/${ground.slug}/clusters/${ground.cluster}/snapshots`,
            body: "{}",
            cookie,
            headers,
          })
        ).status,
      ).toBe(403);
      expect(
        (await ask({ method: "POST", path: "/api/auth/callback/credentials", body: "email=a", headers })).status,
      ).toBe(403);
      expect((await ask({ method: "POST", path: "/api/auth/signout", body: "", cookie, headers })).status).toBe(403);
      expect(await clusters()).toBe(before);
      await expect.poll(() => securityEvents("origin-refused", ground.cluster)).toBeGreaterThan(events);
    });
  }

  test("A06 other methods do not change anything either", async () => {
    const cookie = await groundCookie("admin");
    for (const method of ["PUT", "PATCH", "DELETE", "PROPFIND", "TRACE"])
      expect((await ask({ method, path: AT, cookie, headers: { origin: ORIGIN } })).status).toBe(405);
    // A method that is overridden is still the method.
    const answer = await ask({
      path: AT,
      cookie,
      headers: { "x-http-method-override": "POST", "next-action": actionId("createClusterAction") },
    });
    expect(answer.body).not.toContain('"ok":true');
  });
});

test("A07 whatever Host says, no action makes the server call anybody, at its own page or at another's", async () => {
  let connections = 0;
  const sinkhole = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((ready) => sinkhole.listen(0, "127.0.0.1", ready));
  const address = sinkhole.address();
  const evil = `127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const [ground, cookie] = [provingGround(), await groundCookie("leader")];
  for (const [name, row] of Object.entries(ACTIONS)) {
    for (const at of [row.at(ground), "/account", "/sign-in", "/"]) {
      for (const headers of [
        { host: evil },
        { "x-forwarded-host": evil, "x-forwarded-proto": "http" },
        { host: evil, "x-forwarded-host": evil, forwarded: `host=${evil}` },
      ] as Record<string, string>[]) {
        const answer = await callAction({ name, at, args: [], cookie, headers });
        expect(answer.status).toBeLessThan(500);
        expect(JSON.stringify(answer.headers)).not.toContain(evil);
        expect(answer.body).not.toContain(evil);
      }
    }
  }
  await new Promise((closed) => sinkhole.close(closed));
  expect(connections).toBe(0);
});

test("A12 requests that two servers would cut differently are refused, and nothing of them is carried out", async () => {
  const cookie = await groundCookie("architect");
  const before = await clusters();
  const head = `POST /api/auth/signout HTTP/1.1\r\nHost: localhost:${PORT}\r\nOrigin: ${ORIGIN}\r\nCookie: ${cookie}\r\n`;
  const inner = `GET /${GROUND.organization} HTTP/1.1\r\nHost: localhost:${PORT}\r\nCookie: ${cookie}\r\n\r\n`;
  for (const lie of [
    `Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
    `Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n${inner}`,
    `Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${inner}`,
    `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${inner}`,
    `Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${inner}`,
    `Content-Length: 0\r\nContent-Length: 44\r\n\r\n${inner}`,
    `Content-Length: +0\r\n\r\n${inner}`,
    `Content-Length: 0\n\n${inner}`,
  ]) {
    const said = await exchange(head + lie);
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect(said).not.toContain("Proving Ground");
  }
  expect(await exchange(`GET / HTTP/1.1\r\nHost: localhost:${PORT}\r\nX-A: ${"a".repeat(1 << 20)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 /,
  );
  expect(await clusters()).toBe(before);
});
