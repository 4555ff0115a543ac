import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { tarBlock, tarHeader, zipOf } from "./archives.fixture.ts";
import { COMMAND_LIMITS, type Limits, PORTAL_LIMITS, SourceRefused } from "./limits.ts";
import { openSource } from "./open-source.ts";
import { openStream } from "./open-stream.ts";
import { readSnapshot } from "./read-snapshot.ts";

const folder = mkdtempSync(join(tmpdir(), "chartroom-source-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pod = (name: string) => JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name } });
const tar = (...names: string[]) =>
  Buffer.concat([
    ...names.flatMap((name) => [tarHeader(`${name}.json`, pod(name).length, "0"), tarBlock(pod(name))]),
    Buffer.alloc(1024),
  ]);
const zip = (...names: string[]) => zipOf(names.map((name) => ({ name: `${name}.json`, content: pod(name) })));

/** Bytes as a pipe brings them: a few at a time, and no name or size. */
async function* piped(bytes: Buffer, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const readPath = (path: string, limits: Limits = COMMAND_LIMITS) => readSnapshot(openSource(path, path, limits));
const readPipe = (bytes: Buffer, limits: Limits = COMMAND_LIMITS) =>
  readSnapshot(openStream(piped(bytes), "-", limits));
const told = async (reading: ReturnType<typeof readPath>) =>
  (await reading).objects.map(({ object, at }) => `${object.metadata.name} ${at.path}`);

describe("what a source is, is told by its bytes", () => {
  test.each<[string, Buffer, string[]]>([
    ["text", Buffer.from(pod("a")), ["a -"]],
    ["a gzip of text", gzipSync(pod("a")), ["a -"]],
    ["a tar", tar("a", "b"), ["a -/a.json", "b -/b.json"]],
    ["a tar.gz", gzipSync(tar("a", "b")), ["a -/a.json", "b -/b.json"]],
    ["a zip", zip("a", "b"), ["a -/a.json", "b -/b.json"]],
    ["two gzips in a row", Buffer.concat([gzipSync(pod("a")), gzipSync(pod("b"))]), ["a -", "b -"]],
  ])("%s, from a pipe and from a file of any name", async (kind, bytes, expected) => {
    expect(await told(readPipe(bytes))).toEqual(expected);
    const path = join(folder, `${kind.replaceAll(" ", "-")}.txt`);
    writeFileSync(path, bytes);
    expect((await told(readPath(path))).map((each) => each.replace(path, "-"))).toEqual(expected);
  });
});

describe("a folder", () => {
  const root = join(folder, "root");
  mkdirSync(join(root, "deep", "er"), { recursive: true });
  writeFileSync(join(root, "b.json"), pod("b"));
  writeFileSync(join(root, "deep", "er", "a.yml"), "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n");
  writeFileSync(join(root, "notes.md"), pod("c"));
  writeFileSync(join(root, "empty.yaml"), "");
  writeFileSync(join(root, "empty.json"), "");
  symlinkSync("/etc", join(root, "out"));
  symlinkSync(join(root, "b.json"), join(root, "link.json"));

  test("is read to its depth, in the order of names; what is no manifest is listed", async () => {
    const { objects, unreadable } = await readPath(root);
    expect(objects.map(({ object }) => object.metadata.name)).toEqual(["b", "a"]);
    expect(unreadable.map(({ path, reason, foreign }) => [path.slice(root.length + 1), reason, foreign])).toEqual([
      ["empty.json", "the file is empty", undefined],
      ["empty.yaml", "the file is empty", true],
      ["link.json", "it is no regular file", true],
      ["notes.md", "it is neither .json nor .yaml", true],
      ["out", "it is no regular file", true],
    ]);
  });

  test("of too many files is refused", async () => {
    await expect(readPath(root, { ...PORTAL_LIMITS, entries: 3 })).rejects.toThrow(/holds more than 3 files/);
  });
});

describe("what is refused as a whole", () => {
  test.each<[string, Buffer, RegExp]>([
    ["nothing", Buffer.alloc(0), /^- is empty$/],
    ["half a gzip", gzipSync(pod("a".repeat(5_000))).subarray(0, 40), /^- /],
    ["bytes that do not fit their checksum", zipOf([{ name: "a.json", content: pod("a"), claimedSum: 1 }]), /checksum/],
  ])("%s", async (_, bytes, reason) => {
    const error = await readPipe(bytes).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(SourceRefused);
    expect(error.message).toMatch(reason);
  });

  test("what is not there, and what may not be read", async () => {
    await expect(readPath(join(folder, "missing"))).rejects.toThrow(/does not exist or cannot be read/);
  });

  test("more unpacked bytes than allowed, in a gzip, a tar and a zip alike", async () => {
    const limits: Limits = { ...PORTAL_LIMITS, unpackedBytes: 2_000 };
    const names = Array.from({ length: 60 }, (_, at) => `pod-${at}`);
    for (const bytes of [gzipSync(tar(...names)), zip(...names)])
      await expect(readPipe(bytes, limits)).rejects.toThrow(/unpacks to more than/);
    const few = gzipSync(pod("a"));
    expect(await told(readPipe(few, limits))).toEqual(["a -"]);
  });
});
