import { createHash } from "node:crypto";
import { connect } from "node:net";
import { expect, test } from "../support/abuse-test.ts";
import { rows } from "../support/database.ts";
import { groundCookie } from "../support/sign-in-once.ts";
import { provingGround } from "../support/test.ts";
import { ask, ORIGIN, PORT, post } from "../support/wire.ts";

/** A snapshot of exactly this many bytes. */
function snapshotOf(bytes: number): Buffer {
  const [head = "", tail = ""] = JSON.stringify({
    apiVersion: "v1",
    kind: "List",
    items: [
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "padding", namespace: "default" },
        data: { text: "HERE" },
      },
    ],
  }).split("HERE");
  return Buffer.concat([
    Buffer.from(head),
    Buffer.alloc(bytes - head.length - tail.length, "plain text "),
    Buffer.from(tail),
  ]);
}

const uploadTo = () => `/${provingGround().slug}/clusters/${provingGround().cluster}/snapshots`;

for (const [what, bytes] of [
  ["10 MiB less one byte", 10 * 2 ** 20 - 1],
  ["10 MiB", 10 * 2 ** 20],
  ["10 MiB and one byte", 10 * 2 ** 20 + 1],
] as const) {
  test(`A14 an upload of ${what} is stored as it was sent, byte by byte`, async () => {
    const body = snapshotOf(bytes);
    const answer = await post({
      path: uploadTo(),
      body,
      cookie: await groundCookie("architect"),
      headers: { "x-file-name": `a14-${bytes}.json` },
    });
    expect(answer.status).toBe(200);
    expect(answer.body.trim().split("\n").at(-1)).toMatch(/^\{"done":\{"scan":"/);
    const [stored] = await rows<{ sha256: string; bytes: string }>(
      "select sha256, bytes from snapshots where file_name = $1",
      [`a14-${bytes}.json`],
    );
    expect(stored).toEqual({ sha256: createHash("sha256").update(body).digest("hex"), bytes: String(bytes) });
  });
}

for (const [what, bytes] of [
  ["512 MiB and one byte", 512 * 2 ** 20 + 1],
  ["1 GiB", 2 ** 30],
  ["6 GiB", 6 * 2 ** 30],
] as const) {
  test(`A14 an upload of ${what} is 413 before a byte of it is read`, async () => {
    const cookie = await groundCookie("architect");
    const said = await new Promise<string>((done) => {
      const socket = connect(PORT, "127.0.0.1");
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk.toString("latin1");
      });
      socket.on("error", () => undefined);
      socket.on("close", () => done(text));
      socket.write(
        `POST ${uploadTo()} HTTP/1.1\r\nHost: localhost:${PORT}\r\nOrigin: ${ORIGIN}\r\nCookie: ${cookie}\r\nContent-Length: ${bytes}\r\n\r\n{`,
      );
    });
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
  });
}

test("A12 500 connections that never finish cost others nothing: their slowest twentieth stays within half more, or 50 ms, in one of three rounds", async () => {
  const cookie = await groundCookie("leader");
  const slowest = async () => {
    const times: number[] = [];
    for (let round = 0; round < 40; round++) times.push((await ask({ path: "/account", cookie })).milliseconds);
    return times.sort((a, b) => a - b)[37] ?? 0;
  };
  await slowest();
  let isEven = false;
  for (let round = 0; round < 3 && !isEven; round++) {
    const before = await slowest();
    const sockets = Array.from({ length: 500 }, () => {
      const socket = connect(PORT, "127.0.0.1").on("error", () => undefined);
      socket.write(`GET /account HTTP/1.1\r\nHost: localhost:${PORT}\r\nX-A: `);
      return socket;
    });
    isEven = (await slowest()) < Math.max(before * 1.5, before + 50);
    for (const socket of sockets) socket.destroy();
  }
  expect(isEven).toBe(true);
});
