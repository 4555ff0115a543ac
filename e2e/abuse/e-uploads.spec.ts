import { gzipSync } from "node:zlib";
import { tarBlock, tarHeader, zipOf } from "#lib/server/collect/archives.fixture.ts";
import { expect, test } from "../support/abuse-test.ts";
import { digestOf } from "../support/database.ts";
import { groundCookie } from "../support/sign-in-once.ts";
import { foreignTenant, provingGround } from "../support/test.ts";
import { post } from "../support/wire.ts";

const pod = (name: string) =>
  JSON.stringify({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name, namespace: "default" },
    spec: { containers: [{ name: "app", image: "app:1" }] },
  });
const tar = (...parts: Buffer[]) => gzipSync(Buffer.concat([...parts, Buffer.alloc(1024)]));
const file = (name: string, content: string) => [tarHeader(name, content.length, "0"), tarBlock(content)];
const list = (...items: string[]) => `{"apiVersion":"v1","kind":"List","items":[${items.join(",")}]}`;
const head = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hostile}\n";
const laughs = Array.from(
  { length: 12 },
  (_, n) => `b${n}: &a${n + 1} [${Array.from({ length: 9 }, () => (n === 0 ? "lol" : `*a${n}`)).join(", ")}]`,
).join("\n");

/** The last line of what an upload answers. */
async function upload(
  body: Buffer | string,
  fileName = "hostile.tar.gz",
): Promise<{ done?: { scan: string }; error?: { title: string; detail: string } }> {
  const ground = provingGround();
  const answer = await post({
    path: `/${ground.slug}/clusters/${ground.cluster}/snapshots`,
    body,
    cookie: await groundCookie("consultant"),
    headers: { "x-file-name": encodeURIComponent(fileName) },
  });
  expect(answer.status).toBe(200);
  return JSON.parse(answer.body.trim().split("\n").at(-1) ?? "{}");
}

const REFUSED: [string, () => Buffer | string][] = [
  ["E01 a zip whose names climb", () => zipOf([{ name: "../../../tmp/chartroom-slipped.json", content: pod("x") }])],
  ["E01 a tar with an absolute name", () => tar(...file("/tmp/chartroom-slipped.json", pod("x")))],
  [
    "E02 a tar of nothing but links",
    () => tar(tarHeader("a.json", 0, "2", "/etc/passwd"), tarHeader("b.json", 0, "1", "/etc/shadow")),
  ],
  ["E03 a zip of 1,000 to 1", () => zipOf([{ name: "a.json", content: Buffer.alloc(64 << 20, " ") }])],
  ["E03 a gzip of 1,000 to 1", () => gzipSync(Buffer.alloc(64 << 20, " "))],
  ["E03 zips within zips", () => zipOf([{ name: "a.zip", content: zipOf([{ name: "a.json", content: pod("x") }]) }])],
  ["E04 a zip that contradicts itself", () => zipOf([{ name: "a.json", localName: "b.json", content: pod("x") }])],
  ["E04 an encrypted zip", () => zipOf([{ name: "a.json", content: pod("x"), flags: 0x801 }])],
  ["E04 a zip that was cut", () => zipOf([{ name: "a.json", content: pod("x") }]).subarray(0, -30)],
  ["E04 a gzip that was cut", () => tar(...file("a.json", pod("x"))).subarray(0, -20)],
  ["E05 a billion laughs", () => `${head}${laughs}\n`],
  ["E05 a YAML within itself", () => `${head}x: &x [*x, *x]\n`],
  [
    "E07 invalid UTF-8 in an item",
    () =>
      Buffer.concat([
        Buffer.from(list(pod("a")).slice(0, -2)),
        Buffer.from(","),
        Buffer.from([0x22, 0xff, 0x22]),
        Buffer.from("]}"),
      ]),
  ],
  [
    "E07 a list that nests a million deep",
    () =>
      list(
        pod("a"),
        `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"deep"},"spec":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}`,
      ),
  ],
  ["E07 a file that was cut", () => list(pod("a"), pod("b")).slice(0, -30)],
  ["E07 nothing at all", () => ""],
  ["E07 no objects", () => "{}"],
];

for (const [what, bytes] of REFUSED) {
  test(`${what} is refused with a reason, nothing is stored, and the next upload goes through`, async () => {
    const stood = await digestOf(provingGround());
    const { error } = await upload(bytes());
    expect(error?.title.length).toBeGreaterThan(10);
    expect(error?.detail).toContain("Nothing was stored");
    expect(`${error?.title} ${error?.detail}`).not.toMatch(/node_modules|at async|chartroom-upload/);
    const now = await digestOf(provingGround());
    expect([now.snapshots, now.scans, now.scan_results]).toEqual([stood.snapshots, stood.scans, stood.scan_results]);
  });
}

test("E02 links beside real files are passed over, and the files are scanned", async () => {
  expect(
    await upload(tar(tarHeader("evil.json", 0, "2", "/etc/passwd"), ...file("ok.json", pod("ok")))),
  ).toHaveProperty("done.scan");
});

test("E06 keys that poison prototypes are gone, and the portal goes on for everybody", async () => {
  const poison = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}';
  const body = list(
    `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"p","labels":{${poison}}},"data":{${poison}},${poison}}`,
    pod("__proto__"),
    pod("constructor"),
  );
  expect(await upload(body, "__proto__.json")).toHaveProperty("done.scan");
  expect(
    await upload(
      `${head}__proto__: {polluted: true}\nx: &x {__proto__: {polluted: true}}\ny: {<<: *x}\n`,
      "constructor.yaml",
    ),
  ).toHaveProperty("done.scan");
});

test("E01 names of files are shown, never used: whatever X-File-Name says", async () => {
  const stood = await digestOf(foreignTenant());
  for (const name of [
    "../../../etc/passwd",
    "/etc/passwd",
    "C:\\x.json",
    "a\u0000b.json",
    "\u202egnp.json",
    "a".repeat(3_000),
    "<img src=x onerror=alert(1)>.json",
    "x\r\nSet-Cookie: a=b",
    "%E0%A4%A",
    "",
  ]) {
    const outcome = await upload(pod("named"), name);
    expect(outcome).toHaveProperty("done.scan");
  }
  expect(await digestOf(foreignTenant())).toEqual(stood);
});
