import { createHash } from "node:crypto";
import type { IncomingHttpHeaders, RequestListener, Server } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { NETWORK_HEADER } from "#lib/server/auth/network.ts";
import { openFrontDoor } from "./front-door.ts";

const OWN = "http://portal.example";
const ACTION = "a".repeat(42);
const CLUSTER = "0b8f9a52-2f3e-4c58-a6c1-0c6a2f6b9c11";
const opened: Server[] = [];
const refusals: { kind: string; details: Record<string, string> }[] = [];

afterEach(() => {
  for (const server of opened.splice(0)) server.close().closeAllConnections();
  refusals.splice(0);
});

/** A door on a free port; behind it, what `next` says. Answers the port. */
async function openDoor(next: RequestListener, options: { trustProxy?: boolean } = {}): Promise<number> {
  const server = openFrontDoor({
    origin: OWN,
    trustProxy: options.trustProxy ?? false,
    actions: new Set([ACTION]),
    onRefusal: (kind, details) => refusals.push({ kind, details }),
    next,
  });
  opened.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** Sends these very bytes and hands back what comes until the connection ends. */
function exchange(port: number, bytes: string | Buffer | (string | Buffer)[]): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    let said = "";
    socket.on("data", (chunk) => {
      said += chunk.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => done(said));
    for (const part of [bytes].flat()) socket.write(part);
  });
}

function get(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  body = "",
): Promise<string> {
  const lines = Object.entries({ Host: "portal.example", Connection: "close", ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return exchange(port, `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
}

const statusOf = (said: string) => Number(said.split(" ")[1] ?? 0);
const answer: RequestListener = (_request, response) =>
  response.writeHead(200, { "Cache-Control": "public, max-age=60", "X-Powered-By": "x" }).end("inside");

describe("the front door", () => {
  test("hands a plain request on, and guards what comes back", async () => {
    const said = await get(await openDoor(answer), "/");
    expect(statusOf(said)).toBe(200);
    expect(said).toMatch(/\r\nCache-Control: private, no-store\r\n/i);
    expect(said).toMatch(
      /\r\nContent-Security-Policy: default-src 'self'; script-src 'self' 'nonce-[^']{24}' 'strict-dynamic';/i,
    );
    for (const header of ["X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Referrer-Policy: same-origin"])
      expect(said).toContain(header);
    expect(said).not.toContain("X-Powered-By");
  });

  test("every answer has a nonce of its own", async () => {
    const port = await openDoor(answer);
    const nonces = await Promise.all(
      Array.from({ length: 20 }, async () => /'nonce-([^']+)'/.exec(await get(port, "/"))?.[1]),
    );
    expect(new Set(nonces).size).toBe(20);
  });

  test("A03 what is not canonical does not get in", async () => {
    let reached = 0;
    const port = await openDoor((_, response) => {
      reached++;
      response.end();
    });
    for (const path of [
      "//a",
      "/a/./b",
      "/a/../b",
      "/a%2fb",
      "/a;x",
      "/a.",
      "/a?nxtPb=c",
      "/a?b=?&nxtPb=c",
      "/a#/b",
      "/a\\b",
      "/_next/image?url=x",
      "/_next/data/x.json",
    ]) {
      expect({ path, status: statusOf(await get(port, path)) }).toEqual({ path, status: 404 });
    }
    expect(reached).toBe(0);
  });

  test.each(["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])("%s is not known", async (method) => {
    expect(statusOf(await get(await openDoor(answer), "/", {}, method))).toBe(405);
  });

  test("A06 a change from elsewhere, from nowhere and from null is refused and told", async () => {
    const port = await openDoor(answer);
    const lies: Record<string, string>[] = [
      {},
      { Origin: "null" },
      { Origin: "http://evil.example" },
      { Origin: "http://evil.example", "X-Forwarded-Host": "evil.example" },
      { Origin: "http://evil.example", Host: "evil.example" },
    ];
    for (const [index, headers] of lies.entries()) {
      expect(statusOf(await get(port, "/", { ...headers, "Content-Length": "0" }, "POST"))).toBe(403);
      expect(refusals).toHaveLength(index + 1);
      expect(refusals[index]).toMatchObject({ kind: "origin-refused", details: { path: "/" } });
    }
    expect(statusOf(await get(port, "/api/auth/signout", { Origin: OWN, "Content-Length": "0" }, "POST"))).toBe(200);
  });

  test("A05 an action that is not of this build does not get in", async () => {
    const port = await openDoor(answer);
    const call = (id: string) =>
      get(port, "/", { Origin: OWN, "Next-Action": id, "Content-Length": "2" }, "POST", "[]");
    for (const id of ["x", "b".repeat(42), "__proto__", "constructor", "a".repeat(41), ACTION.toUpperCase()])
      expect(statusOf(await call(id))).toBe(404);
    expect(statusOf(await call(ACTION))).toBe(200);
    const twice = await exchange(
      port,
      `POST / HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\nOrigin: ${OWN}\r\nNext-Action: ${ACTION}\r\nNext-Action: ${"b".repeat(42)}\r\nContent-Length: 2\r\n\r\n[]`,
    );
    expect(statusOf(twice)).toBe(404);
  });

  test("A05 a form that a browser sends by itself leads back to its page and is parsed by nobody", async () => {
    let reached = 0;
    const port = await openDoor(() => reached++);
    const form = "email=ada%40meridian.example&password=x";
    for (const type of ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "text/plain"]) {
      const said = await get(
        port,
        "/sign-in?to=/account",
        { Origin: OWN, "Content-Type": type, "Content-Length": String(form.length) },
        "POST",
        form,
      );
      expect(statusOf(said)).toBe(303);
      expect(said).toMatch(/\r\nLocation: \/sign-in\r\n/);
    }
    expect(reached).toBe(0);
  });

  test("A01 what a framework says to itself is dropped, and the network is the socket's", async () => {
    let seen: IncomingHttpHeaders = {};
    const port = await openDoor((request, response) => {
      seen = request.headers;
      response.end();
    });
    await get(port, "/", {
      "X-Middleware-Subrequest": "middleware:middleware",
      "X-Forwarded-For": "6.6.6.6",
      "X-Forwarded-Host": "evil.example",
      "X-Chartroom-Network": "6.6.6.6",
      "X-Action-Forwarded": "1",
      "X-Nonce": "mine",
      "Content-Security-Policy": "script-src *",
    });
    expect(seen).toMatchObject({ host: "portal.example", [NETWORK_HEADER]: "127.0.0.1" });
    for (const name of ["x-middleware-subrequest", "x-forwarded-for", "x-forwarded-host", "x-action-forwarded"])
      expect(seen[name]).toBeUndefined();
    expect(seen["x-nonce"]).not.toBe("mine");
    expect(seen["content-security-policy"]).toContain(`'nonce-${seen["x-nonce"]}'`);
  });

  test("B10 another host is sent to the configured one, and never repeated", async () => {
    const port = await openDoor((request, response) => response.end(request.headers.host));
    const page = await get(port, "/sign-in?to=/account", { Host: "evil.example" });
    expect(page).toContain("Location: http://portal.example/sign-in?to=/account");
    expect(page).not.toContain("evil.example");
    expect(await get(port, "/api/health", { Host: "evil.example" })).toMatch(/portal\.example$/);
  });
});

describe("A12 what is no honest HTTP", () => {
  const HEAD = "POST /api/x HTTP/1.1\r\nHost: portal.example\r\nOrigin: http://portal.example\r\n";

  test.each([
    [
      "a length and chunks",
      `${HEAD}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n`,
      [400],
    ],
    ["two lengths", `${HEAD}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd`, [400]],
    ["an encoding in disguise", `${HEAD}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`, [400]],
    ["an encoding after a space", `${HEAD}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`, [400]],
    ["a negative length", `${HEAD}Content-Length: -1\r\n\r\n`, [400]],
    ["a length in hex", `${HEAD}Content-Length: 0x10\r\n\r\n`, [400]],
    ["a bare line feed", "GET / HTTP/1.1\nHost: portal.example\n\n", [400]],
    ["a folded header", "GET / HTTP/1.1\r\nHost: portal.example\r\nX-A: b\r\n c\r\n\r\n", [400]],
    ["a NUL in a header", "GET / HTTP/1.1\r\nHost: portal.example\r\nX-A: \u0000\r\n\r\n", [400]],
    ["two hosts", "GET / HTTP/1.1\r\nHost: portal.example\r\nHost: evil.example\r\nConnection: close\r\n\r\n", [400]],
    ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", [400]],
    ["a chunk of a wrong size", `${HEAD}Transfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n0\r\n\r\n`, [200, 400]],
    ["1 MiB of headers", `GET / HTTP/1.1\r\nHost: portal.example\r\nX-A: ${"a".repeat(1 << 20)}\r\n\r\n`, [431]],
    ["ten thousand headers", `GET / HTTP/1.1\r\nHost: portal.example\r\n${"X-A: b\r\n".repeat(10_000)}\r\n`, [431]],
    ["no HTTP", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000", [400]],
  ])("%s", async (_, bytes, statuses) => {
    const paths: string[] = [];
    const port = await openDoor((request, response) => {
      paths.push(request.url ?? "");
      request
        .resume()
        .on("error", () => undefined)
        .on("end", () => response.end("inside"));
    });
    expect(statuses).toContain(statusOf(await exchange(port, bytes)));
    expect(paths).not.toContain("/smuggled");
    expect(statusOf(await get(port, "/"))).toBe(200);
  });

  test("a header that never ends costs its sender ten seconds and nobody else anything", async () => {
    const port = await openDoor(answer);
    const slow = Array.from({ length: 500 }, () => {
      const socket = connect(port, "127.0.0.1").on("error", () => undefined);
      socket.write("GET / HTTP/1.1\r\nHost: portal.example\r\nX-A: ");
      return socket;
    });
    const open = () => new Promise<number>((done) => opened.at(-1)?.getConnections((_, count) => done(count)));
    await expect.poll(open).toBe(500);
    const started = performance.now();
    expect(statusOf(await get(port, "/"))).toBe(200);
    expect(performance.now() - started).toBeLessThan(1_000);
    // They read nothing and close nothing, so the door must.
    await expect.poll(open, { timeout: 20_000, interval: 250 }).toBe(0);
    for (const socket of slow) socket.destroy();
  });
});

describe("A08 upgrades and proxying", () => {
  test.each([
    [
      "a web socket",
      "GET / HTTP/1.1\r\nHost: portal.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
      400,
    ],
    [
      "one to the metadata service",
      "GET http://169.254.169.254/latest/meta-data HTTP/1.1\r\nHost: portal.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
      400,
    ],
    [
      "one to the database",
      "GET http://127.0.0.1:5432/ HTTP/1.1\r\nHost: portal.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
      400,
    ],
    [
      "an absolute address",
      "GET http://127.0.0.1:5432/ HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\n\r\n",
      404,
    ],
    ["a tunnel", "CONNECT 127.0.0.1:5432 HTTP/1.1\r\nHost: portal.example\r\n\r\n", 0],
    ["HTTP/2 without TLS", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
  ])("%s is refused and reaches nobody", async (_, bytes, status) => {
    let reached = 0;
    const port = await openDoor(() => reached++);
    expect(statusOf(await exchange(port, bytes))).toBe(status);
    expect(reached).toBe(0);
  });
});

describe("A14 how much gets in", () => {
  const upload = `/acme/clusters/${CLUSTER}/snapshots`;

  test.each([
    ["a GiB", upload, 2 ** 30],
    ["six GiB", upload, 6 * 2 ** 30],
    ["a byte more than the limit", upload, 512 * 2 ** 20 + 1],
    ["a form of a MiB", "/acme/clusters", 2 ** 20],
    ["65 KiB for the API", "/api/auth/callback/credentials", 65 * 1024],
  ])("%s is refused before a byte of it is read", async (_, path, size) => {
    let reached = 0;
    const port = await openDoor(() => reached++);
    expect(statusOf(await get(port, path, { Origin: OWN, "Content-Length": String(size) }, "POST"))).toBe(413);
    expect(reached).toBe(0);
  });

  test("a body that hides its length ends where the limit is", async () => {
    let read = 0;
    const port = await openDoor((request, response) => {
      request.on("data", (chunk: Buffer) => {
        read += chunk.length;
      });
      request.on("error", () => undefined);
      request.on("end", () => response.end("inside"));
    });
    const chunk = `10000\r\n${"a".repeat(65_536)}\r\n`;
    const said = await exchange(port, [
      `POST /acme/clusters HTTP/1.1\r\nHost: portal.example\r\nOrigin: ${OWN}\r\nNext-Action: ${ACTION}\r\nTransfer-Encoding: chunked\r\n\r\n`,
      ...Array.from({ length: 32 }, () => chunk),
      "0\r\n\r\n",
    ]);
    expect([0, 413]).toContain(statusOf(said));
    expect(said).not.toContain("inside");
    expect(read).toBeLessThanOrEqual(900 * 1024);
  });

  test.each([2 ** 20 * 10 - 1, 2 ** 20 * 10, 2 ** 20 * 10 + 1])("%i bytes arrive as they were sent", async (size) => {
    const bytes = Buffer.alloc(size, "0123456789abcdef-");
    const port = await openDoor((request, response) => {
      const hash = createHash("sha256");
      request.on("data", (chunk: Buffer) => hash.update(chunk)).on("end", () => response.end(hash.digest("hex")));
    });
    const head = `POST ${upload} HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\nOrigin: ${OWN}\r\nContent-Length: ${size}\r\n\r\n`;
    expect(await exchange(port, [head, bytes])).toContain(createHash("sha256").update(bytes).digest("hex"));
  });
});
