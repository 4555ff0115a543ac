import { spawn, spawnSync } from "node:child_process";
import { createWriteStream, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { tarBlock, tarHeader, writeTarGz, zipOf } from "#lib/server/collect/archives.fixture.ts";
import { scanInWorker } from "#lib/server/collect/scan-in-worker.ts";
import type { ScanDocument } from "./scan/json.ts";

const folder = mkdtempSync(join(tmpdir(), "chartroom-scan-abuse-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;

function fileOf(content: string | Buffer): string {
  const path = join(folder, `input-${made++}`);
  writeFileSync(path, content);
  return path;
}

const WORDS = ["--disable-warning=ExperimentalWarning", "cli/scan.ts", "--format", "json"];

function run(path: string) {
  const { INIT_CWD: _, ...env } = process.env;
  const done = spawnSync(process.execPath, [...WORDS, path], { env, encoding: "utf8", maxBuffer: 1 << 28 });
  expect(done.stderr).toBe("");
  return { code: done.status, document: JSON.parse(done.stdout) as ScanDocument };
}

const pod = (name: string) =>
  JSON.stringify({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name },
    spec: { containers: [{ name: "app", image: "app:1" }] },
  });
const list = (...items: string[]) => `{"apiVersion":"v1","kind":"List","items":[\n${items.join(",\n")}\n]}`;
const tar = (...parts: Buffer[]) => gzipSync(Buffer.concat([...parts, Buffer.alloc(1024)]));
const file = (name: string, content: string) => [tarHeader(name, content.length, "0"), tarBlock(content)];
/** The text with bytes in the place of HERE. */
const inBytes = (text: string, bytes: Buffer) => {
  const [before = "", behind = ""] = text.split("HERE");
  return Buffer.concat([Buffer.from(before), bytes, Buffer.from(behind)]);
};
const HEAD = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hostile}\n";
const laughs = Array.from(
  { length: 12 },
  (_, n) => `b${n}: &a${n + 1} [${Array.from({ length: 9 }, () => (n === 0 ? "lol" : `*a${n}`)).join(", ")}]`,
).join("\n");

/** What the command must refuse as a whole, or read in part: the code, the names that it reads, and what it says. */
const CASES: [string, () => string | Buffer, number, Record<string, number>, RegExp][] = [
  [
    "E01 a zip whose names climb",
    () => zipOf([{ name: "../../chartroom-slipped.json", content: pod("x") }]),
    2,
    {},
    /relative|\.\./,
  ],
  ["E01 a tar with an absolute name", () => tar(...file("/tmp/chartroom-slipped.json", pod("x"))), 2, {}, /absolute/],
  [
    "E02 links beside a file",
    () => tar(tarHeader("evil.json", 0, "2", "/etc/passwd"), ...file("ok.json", pod("ok"))),
    0,
    { Pod: 1 },
    /symlink/,
  ],
  [
    "E03 a zip of 1,000 to 1",
    () => zipOf([{ name: "a.json", content: Buffer.alloc(64 << 20, " ") }]),
    2,
    {},
    /more than 200 times/,
  ],
  ["E03 a gzip of 1,000 to 1", () => gzipSync(Buffer.alloc(64 << 20, " ")), 2, {}, /more than 200 times/],
  [
    "E04 headers that contradict each other",
    () => zipOf([{ name: "a.json", localName: "b.json", content: pod("x") }]),
    2,
    {},
    /another name/,
  ],
  ["E05 a billion laughs", () => `${HEAD}${laughs}\n`, 2, {}, /alias/],
  [
    "E06 keys of prototypes",
    () =>
      list(
        '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
      ),
    0,
    { Pod: 1 },
    /^$/,
  ],
  [
    "E07 depth of a million",
    () => list(pod("a"), `{"kind":"Pod","x":${"[".repeat(1e6)}${"]".repeat(1e6)}}`, pod("b")),
    2,
    { Pod: 2 },
    /deeper.*\(byte \d+/,
  ],
  [
    "E07 bytes that are no UTF-8",
    () => inBytes(list(pod("a"), pod("HERE"), pod("b")), Buffer.from([0xff])),
    2,
    { Pod: 2 },
    /UTF-8 \(byte \d+/,
  ],
  ["E07 a mark of the byte order, and a NUL in a text", () => `\ufeff${list(pod("a\\u0000b"))}`, 0, { Pod: 1 }, /^$/],
  [
    "E07 1e400",
    () => list(pod("a"), '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"n"},"spec":{"a":1e400}}'),
    2,
    { Pod: 1 },
    /without end \(byte \d+\)/,
  ],
  [
    "E07 2^53+1, and a key twice",
    () => list('{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"a":9007199254740993,"a":9007199254740993}'),
    0,
    { Pod: 1 },
    /^$/,
  ],
  [
    "E07 a comma too many",
    () => list(pod("a"), '{"kind":"Pod",}', pod("b")),
    2,
    { Pod: 2 },
    /not valid JSON \(byte \d+\)/,
  ],
];

describe("the command under attack", () => {
  test.each(CASES)("%s", (_, bytes, code, objects, said) => {
    const done = run(fileOf(bytes()));
    const reasons = done.document.unreadable.map(({ reason }) => reason).join("; ");
    expect([done.code, done.document.objects]).toEqual([code, objects]);
    expect(reasons).toMatch(said);
    expect(reasons).not.toMatch(/node_modules|at async|polluted/);
    expect(existsSync(join(tmpdir(), "chartroom-slipped.json"))).toBe(false);
  });

  test("E03 control: a genuine dump that packs more than 10 times is read whole", async () => {
    const path = join(folder, "genuine.tar.gz");
    const dump = list(
      ...Array.from({ length: 2_000 }, (_, at) => pod(`pod-${at}-${(at * 2_654_435_761) % 1_000_003}`)),
    );
    await writeTarGz(path, [{ name: "dump/all.json", content: dump }]);
    expect(run(path)).toMatchObject({ code: 0, document: { objects: { Pod: 2_000 }, unreadable: [] } });
  });
});

/** Gigabytes to read; CHARTROOM_HUGE=6 reads as many as V8 could hold in ten strings. */
const GIGABYTES = Number(process.env.CHARTROOM_HUGE ?? 0.6);
const MEBIBYTE = 1 << 20;

/** Pods with the field lists that make up most of a dump, a mebibyte each, until there are so many bytes. */
function* hugeDump(bytes: number): Generator<Buffer> {
  const fields = JSON.stringify([{ manager: "kubelet", fieldsV1: { "f:status": { "f:x": "y".repeat(MEBIBYTE) } } }]);
  yield Buffer.from('{"apiVersion":"v1","kind":"List","items":[\n');
  for (let at = 0, sent = 0; sent < bytes; at++) {
    const item = pod(`pod-${at}`).replace('"metadata":{', `"metadata":{"managedFields":${fields},`);
    sent += item.length;
    yield Buffer.from(`${at > 0 ? ",\n" : ""}${item}`);
  }
  yield Buffer.from("\n]}\n");
}

describe(`E08 ${GIGABYTES * 1000} MB of JSON, more than V8 holds in one string`, () => {
  const bytes = GIGABYTES * 1e9;
  const pods = Math.ceil(bytes / (MEBIBYTE + 200));

  test("through standard input of the command", { timeout: 120_000 + GIGABYTES * 60_000 }, async () => {
    const child = spawn(process.execPath, [...WORDS, "-"], { stdio: ["pipe", "pipe", "inherit"] });
    const written = pipeline(Readable.from(hugeDump(bytes)), child.stdin);
    const out: Buffer[] = [];
    for await (const part of child.stdout as AsyncIterable<Buffer>) out.push(part);
    await written;
    const { objects, unreadable }: ScanDocument = JSON.parse(Buffer.concat(out).toString());
    expect(unreadable).toEqual([]);
    expect(Math.abs((objects.Pod ?? 0) - pods)).toBeLessThan(pods * 0.01);
  });

  test("as a file at the portal", { timeout: 300_000 }, async () => {
    const path = join(folder, "huge.json");
    await pipeline(Readable.from(hugeDump(Math.min(bytes, 0.6e9))), createWriteStream(path));
    const { report } = await scanInWorker(path, { fileName: "huge.json", onProgress: () => undefined });
    expect(report.unreadable).toEqual([]);
    expect(report.objects.Pod).toBeGreaterThan(500);
  });
});
