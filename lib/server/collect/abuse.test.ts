import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tarBlock, tarHeader, writeTarGz, type ZipEntry, zipOf } from "./archives.fixture.ts";
import { PORTAL_LIMITS, SourceRefused } from "./limits.ts";
import { openSource } from "./open-source.ts";
import { readSnapshot, type Snapshot } from "./read-snapshot.ts";
import { scanInWorker } from "./scan-in-worker.ts";

let folder: string;
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "chartroom-abuse-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const pod = (name: string, more: object = {}) =>
  JSON.stringify({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name, namespace: "default", ...more },
    spec: { containers: [{ name: "app", image: "app:1" }] },
  });

async function fileOf(bytes: Buffer | string): Promise<string> {
  const path = join(folder, `file-${made++}`);
  await writeFile(path, bytes);
  return path;
}

const read = (path: string): Promise<Snapshot> => readSnapshot(openSource(path, "upload", PORTAL_LIMITS));
const readBytes = async (bytes: Buffer | string) => read(await fileOf(bytes));
const readZip = (entries: ZipEntry[], options?: { claimedEntries?: number }) => readBytes(zipOf(entries, options));
const readTar = (...parts: Buffer[]) => readBytes(gzipSync(Buffer.concat([...parts, Buffer.alloc(1024)])));

/** Why a source was refused as a whole. */
async function refusal(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(SourceRefused);
  return error.message;
}

const names = (snapshot: Snapshot) => snapshot.objects.map(({ object }) => object.metadata.name);

/** CPU of this process while something ran, in milliseconds. */
async function cpuOf<T>(run: () => Promise<T>): Promise<{ value: T; milliseconds: number }> {
  const before = process.cpuUsage();
  const value = await run();
  const { user, system } = process.cpuUsage(before);
  return { value, milliseconds: (user + system) / 1_000 };
}

describe("E01 names inside archives are labels, never paths", () => {
  const hostile: [string, string, RegExp][] = [
    ["one that climbs", "../../../../tmp/chartroom-slipped.json", /\.\.|relative/],
    ["one that climbs late", "a/b/../../../chartroom-slipped.json", /\.\.|relative/],
    ["an absolute one", "/tmp/chartroom-slipped.json", /absolute/],
    ["a drive letter", "C:/chartroom-slipped.json", /absolute/],
    ["backslashes", "..\\..\\chartroom-slipped.json", /\.\.|relative|foreign/],
    ["a NUL", "safe.json\u0000.sh", /NUL/],
  ];

  test.each(hostile)("in a zip, %s refuses the whole", async (_, name, reason) => {
    expect(
      await refusal(
        readZip([
          { name: "ok.json", content: pod("ok") },
          { name, content: pod("slipped") },
        ]),
      ),
    ).toMatch(reason);
  });

  test.each(hostile.filter(([, name]) => !name.includes("\u0000")))(
    "in a tar, %s refuses the whole",
    async (_, name, reason) => {
      expect(
        await refusal(
          readTar(
            tarHeader("ok.json", pod("ok").length, "0"),
            tarBlock(pod("ok")),
            tarHeader(name, 2, "0"),
            tarBlock("{}"),
          ),
        ),
      ).toMatch(reason);
    },
  );

  test("64,000 characters are no name", async () => {
    const name = `${"n".repeat(64_000)}.json`;
    expect(await refusal(readZip([{ name, content: pod("ok") }]))).toMatch(/longer than any path/);
    const path = join(folder, "long.tar.gz");
    await writeTarGz(path, [{ name, content: pod("ok") }]);
    expect(await refusal(read(path))).toMatch(/longer than any path/);
  });

  test("nothing is ever written", () => {
    expect(readdirSync(tmpdir()).filter((name) => name.includes("slipped"))).toEqual([]);
    expect(readdirSync(join(folder, "..")).filter((name) => name.includes("slipped"))).toEqual([]);
  });

  test("what is shown of a name has no control characters", async () => {
    const { unreadable } = await readZip([
      { name: "a\u001b[31m\nb.txt", content: "x" },
      { name: "ok.json", content: pod("ok") },
    ]);
    expect(unreadable[0]?.path).toBe("upload/a?[31m?b.txt");
  });
});

describe("E02 what is no file in a tar is skipped and listed", () => {
  test.each([
    ["a symbolic link", "2", "symlink"],
    ["a hard link", "1", "link"],
    ["a character device", "3", "character-device"],
    ["a block device", "4", "block-device"],
    ["a pipe", "6", "fifo"],
    ["a sparse file", "S", "strange entry"],
    ["a type that nobody knows", "Z", "strange entry"],
  ])("%s", async (_, type, said) => {
    const snapshot = await readTar(
      tarHeader("evil.json", 0, type, "/etc/passwd"),
      tarHeader("ok.json", pod("ok").length, "0"),
      tarBlock(pod("ok")),
    );
    expect(names(snapshot)).toEqual(["ok"]);
    expect(snapshot.unreadable).toMatchObject([{ path: "upload/evil.json", foreign: true }]);
    expect(snapshot.unreadable[0]?.reason).toContain(said);
  });

  test("a link to a name, then a file of that name, is no way out", async () => {
    const snapshot = await readTar(
      tarHeader("out", 0, "2", "/tmp"),
      tarHeader("out/chartroom-slipped.json", pod("in").length, "0"),
      tarBlock(pod("in")),
    );
    expect(names(snapshot)).toEqual(["in"]);
    expect(readdirSync("/tmp").includes("chartroom-slipped.json")).toBe(false);
  });

  test("a symbolic link in a zip", async () => {
    const snapshot = await readZip([
      { name: "evil.json", content: "/etc/passwd", mode: 0o120777 },
      { name: "ok.json", content: pod("ok") },
    ]);
    expect(names(snapshot)).toEqual(["ok"]);
    expect(snapshot.unreadable).toMatchObject([{ path: "upload/evil.json", reason: "it is a link, not a file" }]);
  });

  test("a long name of GNU's is the name that is judged", async () => {
    const long = `${"deep/".repeat(40)}../../x.json`;
    expect(
      await refusal(
        readTar(
          tarHeader("././@LongLink", long.length + 1, "L"),
          tarBlock(`${long}\0`),
          tarHeader("ok.json", 2, "0"),
          tarBlock("{}"),
        ),
      ),
    ).toMatch(/climbs/);
  });

  test("a name that a pax header overrides is the name that is judged", async () => {
    const record = "30 path=../../../etc/x.json\n".replace(/^\d+/, "28");
    expect(record.length).toBe(28);
    expect(
      await refusal(
        readTar(tarHeader("pax", record.length, "x"), tarBlock(record), tarHeader("ok.json", 2, "0"), tarBlock("{}")),
      ),
    ).toMatch(/climbs/);
  });

  test("a size that a pax header overrides cannot make one entry out of two", async () => {
    const record = "15 size=102400\n";
    expect(
      await refusal(
        readTar(
          tarHeader("pax", record.length, "x"),
          tarBlock(record),
          tarHeader("ok.json", pod("ok").length, "0"),
          tarBlock(pod("ok")),
          tarHeader("hidden.json", pod("hidden").length, "0"),
          tarBlock(pod("hidden")),
        ),
      ),
    ).toMatch(/not a whole tar file|Unexpected end/);
  });

  test("a pax header that never ends is refused", async () => {
    const record = `${"9".repeat(30)} path=x\n`;
    const reading = readTar(
      tarHeader("pax", record.length, "x"),
      tarBlock(record),
      tarHeader("ok.json", pod("ok").length, "0"),
      tarBlock(pod("ok")),
    );
    await expect(reading.then(names, () => "refused")).resolves.toBeDefined();
  });
});

describe("E03 what unpacks to more than it should", () => {
  test("a zip of 1032 to 1 is refused by what its directory says", async () => {
    expect(await refusal(readZip([{ name: "bomb.json", content: Buffer.alloc(64 << 20, " ") }]))).toMatch(
      /more than 200 times/,
    );
  });

  test("one that lies about its size is refused while it unpacks", async () => {
    expect(
      await refusal(readZip([{ name: "bomb.json", content: Buffer.alloc(64 << 20, " "), claimedSize: 1_000 }])),
    ).toMatch(/too many bytes|size/);
  });

  test("a gzip of 1000 to 1 is refused while it unpacks, before it is held", async () => {
    const path = join(folder, "bomb.json.gz");
    await pipeline(Readable.from(spaces(1 << 10)), createGzip(), createWriteStream(path));
    const before = process.memoryUsage().rss;
    expect(await refusal(read(path))).toMatch(/more than 200 times/);
    expect(process.memoryUsage().rss - before).toBeLessThan(256 << 20);
  });

  test("a gzip of gzips is not unpacked twice", async () => {
    const snapshot = await readBytes(gzipSync(gzipSync(pod("inner"))));
    expect(snapshot.objects).toEqual([]);
    expect(snapshot.unreadable.length).toBeGreaterThan(0);
  });

  test("zips within zips are listed, not opened", async () => {
    let nested = zipOf([{ name: "inner.json", content: pod("inner") }]);
    for (let depth = 0; depth < 5; depth++) nested = zipOf([{ name: `level-${depth}.zip`, content: nested }]);
    const snapshot = await readBytes(nested);
    expect(snapshot).toMatchObject({ objects: [], unreadable: [{ path: "upload/level-4.zip", foreign: true }] });
  });

  test("entries that share their bytes are refused", async () => {
    const content = Buffer.alloc(1 << 20, " ");
    const shared = Array.from(
      { length: 500 },
      (_, index): ZipEntry => (index === 0 ? { name: "0.json", content } : { name: `${index}.json`, sameBytesAs: 0 }),
    );
    expect(await refusal(readZip(shared))).toMatch(/more than 200 times|another name/);
  });

  test("two entries with the same bytes and other names are refused too", async () => {
    expect(
      await refusal(
        readZip([
          { name: "a.json", content: pod("a") },
          { name: "b.json", sameBytesAs: 0 },
        ]),
      ),
    ).toMatch(/another name/);
  });

  test("50,001 entries are refused, in a zip before the first is opened", async () => {
    const many = Array.from({ length: 50_001 }, (_, index): ZipEntry => ({ name: `${index}.json`, method: 0 }));
    expect(await refusal(readZip(many))).toMatch(/more than 50000 entries/);
    const headers = Array.from({ length: 50_001 }, (_, index) => tarHeader(`${index}.json`, 0, "0"));
    const noise = randomBytes(1 << 18);
    expect(await refusal(readTar(tarHeader("noise.bin", noise.length, "0"), noise, ...headers))).toMatch(
      /more than 50000 entries|more than 200 times/,
    );
  });

  test("a zip that claims no entries and one that claims too many are refused or empty", async () => {
    expect((await readZip([{ name: "a.json", content: pod("a") }], { claimedEntries: 0 })).objects).toEqual([]);
    expect(await refusal(readZip([{ name: "a.json", content: pod("a") }], { claimedEntries: 3 }))).toMatch(/refused/);
  });

  test("control: a genuine kubectl dump as tar.gz, packed at least 10 times, passes whole", async () => {
    const dump = readFileSync("fixtures/demo/harbor-prod.json");
    const path = join(folder, "genuine.tar.gz");
    await writeTarGz(path, [{ name: "dump/harbor-prod.json", content: dump }]);
    const ratio = dump.length / statSync(path).size;
    expect(ratio).toBeGreaterThan(10);
    const snapshot = await read(path);
    expect(snapshot.objects.length).toBe((await read("fixtures/demo/harbor-prod.json")).objects.length);
    expect(snapshot.unreadable).toEqual([]);
  });

  test("control: 64 MiB of genuine objects that pack 40 times pass", async () => {
    const path = join(folder, "forty.json.gz");
    await pipeline(Readable.from(dumpOf(64 << 20)), createGzip(), createWriteStream(path));
    const { objects, unreadable } = await read(path);
    expect(unreadable).toEqual([]);
    expect(objects.length).toBeGreaterThan(10_000);
  });
});

function* spaces(mebibytes: number): Generator<Buffer> {
  yield Buffer.from('{"kind":"List","items":[');
  const block = Buffer.alloc(1 << 20, " ");
  for (let count = 0; count < mebibytes; count++) yield block;
}

function* dumpOf(bytes: number): Generator<Buffer> {
  yield Buffer.from('{"apiVersion":"v1","kind":"List","items":[');
  for (let sent = 0, index = 0; sent < bytes; index++) {
    const text = `${index ? "," : ""}${pod(`pod-${index}`, { uid: String(index), annotations: { checksum: randomBytes(24).toString("hex"), note: "the same words in every object ".repeat(120) } })}`;
    sent += text.length;
    yield Buffer.from(text);
  }
  yield Buffer.from("]}");
}

describe("E04 archives that contradict themselves are refused with a reason, each time the same", () => {
  const cases: [string, () => Buffer, RegExp][] = [
    [
      "a local header with another name",
      () => zipOf([{ name: "a.json", localName: "b.json", content: pod("a") }]),
      /another name/,
    ],
    [
      "the same name twice",
      () =>
        zipOf([
          { name: "a.json", content: pod("a") },
          { name: "a.json", content: pod("b") },
        ]),
      /twice/,
    ],
    ["an encrypted entry", () => zipOf([{ name: "a.json", content: pod("a"), flags: 0x801 }]), /encrypted/],
    ["a strongly encrypted entry", () => zipOf([{ name: "a.json", content: pod("a"), flags: 0x840 }]), /encrypt/],
    [
      "a packing that nobody knows",
      () => zipOf([{ name: "a.json", content: pod("a"), method: 99 }]),
      /compression method|packed/,
    ],
    [
      "a size larger than what is there",
      () => zipOf([{ name: "a.json", content: pod("a"), claimedSize: 100_000 }]),
      /size|bytes/,
    ],
    [
      "a size smaller than what is there",
      () => zipOf([{ name: "a.json", content: pod("a"), claimedSize: 3 }]),
      /size|bytes/,
    ],
    ["a zip without its end", () => zipOf([{ name: "a.json", content: pod("a") }]).subarray(0, -30), /refused/],
    [
      "a zip without its beginning",
      () => Buffer.concat([Buffer.from("PK"), zipOf([{ name: "a.json", content: pod("a") }]).subarray(60)]),
      /refused/,
    ],
    ["half a gzip", () => gzipSync(randomBytes(4_000)).subarray(0, 1_000), /gzip|unexpected end/],
    [
      "a gzip with a broken middle",
      () => broken(gzipSync(Buffer.from(pod("a").repeat(1_000)))),
      /gzip|incorrect|invalid|could not be read/,
    ],
    [
      "half a tar",
      () => gzipSync(Buffer.concat([tarHeader("a.json", 10_000, "0"), Buffer.alloc(512, "{")])),
      /whole tar|Unexpected end/,
    ],
    [
      "a tar with a wrong checksum",
      () => gzipSync(Buffer.concat([broken(tarHeader("a.json", 3, "0")), tarBlock("{}"), Buffer.alloc(1024)])),
      /whole tar/,
    ],
    ["nothing", () => Buffer.alloc(0), /empty/],
    ["a gzip of nothing", () => gzipSync(""), /empty/],
  ];

  test.each(cases)("%s", async (_, bytes, reason) => {
    const hostile = bytes();
    const first = await refusal(readBytes(hostile));
    expect(first).toMatch(reason);
    expect(await refusal(readBytes(hostile))).toBe(first);
  });

  test("the same name twice in a tar", async () => {
    const one = [tarHeader("a.json", pod("a").length, "0"), tarBlock(pod("a"))];
    expect(await refusal(readTar(...one, ...one))).toMatch(/twice/);
  });

  test("what comes behind a gzip is not read as something else", async () => {
    const reading = readBytes(Buffer.concat([gzipSync(pod("a")), zipOf([{ name: "b.json", content: pod("b") }])]));
    const outcome = await reading.then(names, (error) => error.constructor.name);
    expect([["a"], "SourceRefused"]).toContainEqual(outcome);
  });
});

function broken(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = Math.floor(copy.length / 3);
  for (let at = middle; at < middle + 8; at++) copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

describe("E05 YAML that costs more than it says is refused within a second", () => {
  const laughs = [
    "a: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]",
    ...Array.from(
      { length: 12 },
      (_, n) => `b${n}: &a${n + 1} [${Array.from({ length: 9 }, () => `*a${n}`).join(", ")}]`,
    ),
  ].join("\n");
  const merges = (count: number) =>
    `base: &m0 {k0: v}\n${Array.from({ length: count }, (_, n) => `m${n + 1}: &m${n + 1}\n  <<: [${Array.from({ length: Math.min(n + 1, 40) }, (_x, back) => `*m${n - back}`).join(", ")}]\n  k${n + 1}: v`).join("\n")}`;
  const head = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hostile}\n";

  test.each([
    ["a billion laughs", `${head}${laughs}\n`],
    ["merges of merges", `${head}${merges(2_000)}\n`],
    ["ten thousand and more aliases", `${head}x: &x 1\ny: [${"*x, ".repeat(20_000)}]\n`],
    ["an anchor within itself, twice", `${head}x: &x [*x, *x]\n`],
    ["an anchor within its own map, three times", `${head}x: &x {a: *x, b: *x, c: [*x]}\n`],
    ["a merge of itself", `${head}x: &x {<<: *x}\n`],
    ["brackets 100,000 deep", `${head}x: ${"[".repeat(100_000)}\n`],
    ["braces 100,000 deep", `${head}x: ${"{a: ".repeat(100_000)}\n`],
    ["indents 5,000 deep", `${head}${Array.from({ length: 5_000 }, (_, n) => `${" ".repeat(n)}k:`).join("\n")}\n`],
    ["dashes 20,000 deep", `${head}x:\n${"- ".repeat(20_000)}x\n`],
  ])("%s", async (_, text) => {
    const path = await fileOf(text);
    const { value, milliseconds } = await cpuOf(() => read(path).catch((error) => error));
    expect(milliseconds).toBeLessThan(1_000);
    if (value instanceof Error) expect(value).toBeInstanceOf(SourceRefused);
    else expect([value.objects.length, value.unreadable.length > 0]).toEqual([0, true]);
  });

  test.each([
    ["!!omap", `${head}x: !!omap [${Array.from({ length: 4_000 }, (_, n) => `{k${n}: 1}`).join(", ")}]\n`],
    ["!!set", `${head}x: !!set {a, b}\n`],
    ["!!binary", `${head}x: !!binary aGVsbG8=\n`],
    ["!!js/function", `${head}x: !!js/function 'function () { globalThis.hacked = true }'\n`],
    ["!!python/object", `${head}x: !!python/object/apply:os.system ["touch /tmp/chartroom-slipped"]\n`],
    ["!<tag:yaml.org,2002:js/regexp>", `${head}x: !<tag:yaml.org,2002:js/regexp> /a/\n`],
  ])("%s makes nothing but plain data, within a second", async (_, text) => {
    const path = await fileOf(text);
    const { value, milliseconds } = await cpuOf(() => read(path));
    expect(milliseconds).toBeLessThan(1_000);
    expect(globalThis).not.toHaveProperty("hacked");
    for (const { object } of value.objects) expect(JSON.parse(JSON.stringify(object))).toEqual(object);
  });

  test("a million documents are refused, and what was read until then took seconds, not minutes", async () => {
    const path = await fileOf("---\na: 1\n".repeat(1_000_000));
    const { value, milliseconds } = await cpuOf(() => read(path));
    expect(value.unreadable.at(-1)?.reason).toMatch(/more than \d+ documents/);
    expect(milliseconds).toBeLessThan(30_000);
  });
});

describe("E06 keys that poison prototypes", () => {
  const poison = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}';
  const clean = () =>
    expect([({} as Record<string, unknown>).polluted, Object.keys(Object.prototype)]).toEqual([undefined, []]);

  test.each([
    [
      "JSON",
      `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"p","labels":${poison}}},"data":${poison}},"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}`,
    ],
    [
      "a list in JSON",
      `{"kind":"PodList","apiVersion":"v1","items":[{"metadata":{"name":"p"},"__proto__":{"polluted":true}}],"__proto__":{"polluted":true}}`,
    ],
    [
      "YAML",
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: p, labels: {__proto__: {polluted: true}}}\n__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\n",
    ],
    [
      "a merge in YAML",
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: p}\nx: &x {__proto__: {polluted: true}}\ny: {<<: *x}\nz: {<<: {__proto__: {polluted: true}}}\n",
    ],
  ])("%s", async (_, text) => {
    const { objects } = await readBytes(text);
    clean();
    expect(objects.map(({ object }) => object.metadata.name)).toEqual(["p"]);
    for (const { object } of objects) expect(JSON.stringify(object)).not.toMatch(/__proto__|polluted/);
  });

  test("names of files, kinds and uids", async () => {
    const { objects } = await readZip([
      { name: "__proto__", content: "x" },
      {
        name: "__proto__.json",
        content: JSON.stringify({
          apiVersion: "v1",
          kind: "__proto__",
          metadata: { name: "constructor", uid: "__proto__" },
        }),
      },
      { name: "constructor.json", content: pod("__proto__", { namespace: "__proto__", labels: { toString: "x" } }) },
    ]);
    clean();
    expect(objects.map(({ object }) => object.metadata.name)).toContain("__proto__");
  });

  test("through the whole scan", async () => {
    const items = ["__proto__", "constructor", "toString", "hasOwnProperty"].map((name) =>
      pod(name, { namespace: name, labels: { [name]: name } }),
    );
    const path = await fileOf(
      `{"apiVersion":"v1","kind":"List","items":[${items.join(",")},{"apiVersion":"__proto__/v1","kind":"constructor","metadata":{"name":"x"}}]}`,
    );
    const { report } = await scanInWorker(path, { fileName: "poison.json", onProgress: () => undefined });
    clean();
    expect(report.objects).toMatchObject({ Pod: 4 });
    expect(report.unreadable).toEqual([]);
  });
});

describe("E07 odd JSON costs its own item, and the rest is imported", () => {
  const list = (...items: string[]) => `{"apiVersion":"v1","kind":"List","items":[\n${items.join(",\n")}\n]}`;
  const around = (odd: string) => list(pod("before"), odd, pod("after"));

  test("depth of a million", async () => {
    const deep = `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"deep"},"spec":${'{"a":'.repeat(1_000_000)}1${"}".repeat(1_000_000)}}`;
    const path = await fileOf(around(deep));
    const { value, milliseconds } = await cpuOf(() => read(path));
    expect(names(value)).toEqual(["before", "after"]);
    expect(value.unreadable).toMatchObject([
      {
        document: 1,
        line: 3,
        reason: expect.stringMatching(/nests deeper than any object of Kubernetes \(byte \d+ and following\)/),
      },
    ]);
    expect(milliseconds).toBeLessThan(5_000);
  });

  test("a million brackets that never close", async () => {
    const { unreadable, objects } = await readBytes(`{"kind":"List","items":[${"[".repeat(1_000_000)}`);
    expect(objects).toEqual([]);
    expect(unreadable).toHaveLength(1);
  });

  test("a string of 100 MB is taken or refused, and memory stays below 512 MiB above what it was", async () => {
    const path = join(folder, "long-string.json");
    await pipeline(Readable.from(longString()), createWriteStream(path));
    const before = process.memoryUsage().rss;
    let most = 0;
    const clock = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss - before);
    }, 20);
    const snapshot = await read(path);
    clearInterval(clock);
    expect(names(snapshot)).toContain("after");
    expect(most).toBeLessThan(512 << 20);
  });

  test.each([
    ["invalid UTF-8", Buffer.from([0xff, 0xfe, 0xc0, 0x80])],
    ["a lone surrogate's bytes", Buffer.from([0xed, 0xa0, 0x80])],
    ["an overlong slash", Buffer.from([0xc0, 0xaf])],
  ])("%s", async (_, bytes) => {
    const [head = "", tail = ""] = around(pod("HERE")).split("HERE");
    const snapshot = await readBytes(Buffer.concat([Buffer.from(head), bytes, Buffer.from(tail)]));
    expect(names(snapshot)).toEqual(["before", "after"]);
    expect(snapshot.unreadable).toMatchObject([{ line: 3, reason: expect.stringContaining("UTF-8") }]);
  });

  test.each([
    ["a trailing comma", '{"kind":"Pod","metadata":{"name":"x"},}'],
    ["a comment", '{"kind":"Pod" /* x */}'],
    ["NaN", '{"kind":"Pod","metadata":{"name":"x"},"a":NaN}'],
    ["a bare control character", '{"kind":"Pod","metadata":{"name":"x\u0001"}}'],
    ["a number with a leading zero", '{"kind":"Pod","metadata":{"name":"x"},"a":01}'],
  ])("%s", async (_, odd) => {
    const snapshot = await readBytes(around(odd));
    expect(names(snapshot)).toEqual(["before", "after"]);
    expect(snapshot.unreadable).toMatchObject([{ document: 1, line: 3 }]);
    expect(snapshot.unreadable[0]?.reason).toMatch(/not valid JSON/);
  });

  test("a byte order mark, and space before the beginning", async () => {
    expect(names(await readBytes(`\ufeff${list(pod("a"))}`))).toEqual(["a"]);
    expect(names(await readBytes(`\r\n\t  ${list(pod("a"))}`))).toEqual(["a"]);
  });

  test("a NUL is taken out, for no database stores it", async () => {
    const { objects } = await readBytes(list(pod("a", { annotations: { note: "x\u0000y", "k\u0000": "z" } })));
    expect(objects[0]?.object.metadata.annotations).toEqual({ note: "xy", k: "z" });
  });

  test("of a key that is there twice the last one counts, as everywhere in JSON", async () => {
    const { objects } = await readBytes(
      '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"first"},"metadata":{"name":"second"}}',
    );
    expect(objects.map(({ object }) => object.metadata.name)).toEqual(["second"]);
  });

  test("1e400 costs its object, and says at which byte; in a text it is a text", async () => {
    const odd = '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"n"},"spec":{"big":1e400}}';
    for (const huge of [odd, odd.replace("1e400", "[-1.5E+999]")]) {
      const text = around(huge);
      const snapshot = await readBytes(text);
      expect(names(snapshot)).toEqual(["before", "after"]);
      const byte = text.search(/-?1\.?5?[eE]/);
      expect(snapshot.unreadable).toMatchObject([{ line: 3, reason: `it holds a number without end (byte ${byte})` }]);
    }
    const text = pod("a", { annotations: { note: "x: 1e400, 1e4", sum: "3e999" } });
    expect(names(await readBytes(text))).toEqual(["a"]);
  });

  test("2^53+1 is the nearest number that can be stored", async () => {
    const { objects } = await readBytes(
      '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"n"},"spec":{"odd":9007199254740993,"small":1e-400}}',
    );
    expect(objects[0]?.object.spec).toEqual({ odd: 9007199254740992, small: 0 });
  });

  test("a file that ends in the middle names the object that was cut", async () => {
    const whole = list(pod("before"), pod("cut"));
    const { objects, unreadable } = await readBytes(whole.slice(0, whole.lastIndexOf("containers")));
    expect(objects).toHaveLength(1);
    expect(unreadable[0]?.reason).toMatch(
      /ends in the middle of document 1 \(line 3, a Pod named cut in namespace default\)/,
    );
  });

  test("the portal takes such a file as a whole or not at all", async () => {
    const path = await fileOf(around('{"kind":"Pod",}'));
    await expect(scanInWorker(path, { fileName: "odd.json", onProgress: () => undefined })).rejects.toMatchObject({
      code: "refused",
      detail: expect.stringContaining("Nothing was stored."),
    });
  });
});

function* longString(): Generator<Buffer> {
  yield Buffer.from(
    `{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"long"},"data":{"x":"`,
  );
  const block = Buffer.alloc(1 << 20, "x");
  for (let count = 0; count < 100; count++) yield block;
  yield Buffer.from(`"}},${pod("after")}]}`);
}

test("E01-E07 a source that is opened and left is let go", async () => {
  const path = join(folder, "left.tar.gz");
  await writeTarGz(
    path,
    Array.from({ length: 50 }, (_, index) => ({ name: `${index}.json`, content: pod(`p-${index}`) })),
  );
  for await (const _file of openSource(path, "upload", PORTAL_LIMITS)) break;
  const zip = await fileOf(
    zipOf(Array.from({ length: 50 }, (_, index) => ({ name: `${index}.json`, content: pod(`p-${index}`) }))),
  );
  for await (const _file of openSource(zip, "upload", PORTAL_LIMITS)) break;
  expect(createReadStream(path).destroy().destroyed).toBe(true);
});
