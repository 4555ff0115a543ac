import { createReadStream } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Limits, SourceRefused } from "./limits.ts";
import { MeteredBytes, metered } from "./metered-bytes.ts";
import { openTar } from "./open-tar.ts";
import { openZip } from "./open-zip.ts";
import { isReadableName, type SourceFile } from "./source-file.ts";

/** The files of a path: a file, a folder, a .zip, a .tar.gz or a .gz, told by what they hold and not by their names. */
export async function* openSource(path: string, label: string, limits: Limits): AsyncGenerator<SourceFile> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new SourceRefused(`${label} does not exist or cannot be read`);
  if (info.isDirectory()) return yield* openFolder(path, label, limits);
  if (info.size === 0) throw new SourceRefused(`${label} is empty`);
  const magic = await firstBytes(path);
  if (magic[0] === 0x50 && magic[1] === 0x4b) return yield* openZip(path, label, limits);
  if (magic[0] === 0x1f && magic[1] === 0x8b) return yield* openGzip(path, label, info.size, limits);
  if (isTar(magic)) return yield* openTar(createReadStream(path), label, limits);
  yield { path: label, bytes: createReadStream(path, { highWaterMark: 1 << 20 }) };
}

async function* openFolder(folder: string, label: string, limits: Limits): AsyncGenerator<SourceFile> {
  let entries = 0;
  const found = (await readdir(folder, { withFileTypes: true, recursive: true })).map((entry) => ({
    entry,
    path: join(entry.parentPath, entry.name),
  }));
  for (const { entry, path } of found.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (entry.isDirectory()) continue;
    if (++entries > limits.entries) throw new SourceRefused(`${label} holds more than ${limits.entries} files`);
    const name = join(label, relative(folder, path));
    if (!entry.isFile()) yield { path: name, passedOver: "it is no regular file" };
    else if (!isReadableName(name)) yield { path: name, passedOver: "it is neither .json nor .yaml" };
    else yield { path: name, bytes: createReadStream(path, { highWaterMark: 1 << 20 }) };
  }
}

async function* openGzip(path: string, label: string, packed: number, limits: Limits): AsyncGenerator<SourceFile> {
  const bytes = metered([createReadStream(path), createGunzip()], new MeteredBytes(label, packed, limits));
  const head = await peek(bytes, label);
  if (isTar(head)) yield* openTar(bytes, label, limits);
  else yield { path: label, bytes };
}

async function peek(bytes: Readable, label: string): Promise<Uint8Array> {
  const first = await new Promise<Buffer | null>((done, fail) => {
    bytes.once("readable", () => done(bytes.read()));
    bytes.once("error", fail);
    bytes.once("end", () => done(null));
  }).catch((error: Error) => {
    throw error instanceof SourceRefused
      ? error
      : new SourceRefused(`${label} is not a whole gzip file: ${error.message}`);
  });
  if (!first || first.length === 0) throw new SourceRefused(`${label} is empty`);
  bytes.unshift(first);
  return first;
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function isTar(head: Uint8Array): boolean {
  return head.length >= 262 && Buffer.from(head.subarray(257, 262)).toString("latin1") === "ustar";
}
