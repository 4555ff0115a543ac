import { closeSync, createReadStream, fstatSync, openSync, readFileSync } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { type Limits, SourceRefused } from "./limits.ts";
import { isZip, openStream } from "./open-stream.ts";
import { openZip } from "./open-zip.ts";
import { isReadableName, NOT_READABLE, type SourceFile } from "./source-file.ts";

const CHUNK = 1 << 18;

/**
 * The files of a path: a file, a folder, a .zip, a .tar.gz or a .gz, told by what they hold and not by their names; a
 * named pipe too. Throws SourceRefused with the reason when there is nothing to read or the whole must not be read.
 */
export async function* openSource(path: string, label: string, limits: Limits): AsyncGenerator<SourceFile> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new SourceRefused(`${label} does not exist or cannot be read`);
  if (info.isDirectory()) return yield* openFolder(path, label, limits);
  if (info.isFile() && info.size === 0) throw new SourceRefused(`${label} is empty`);
  if (info.isFile() && isZip(await firstBytes(path, label))) return yield* openZip(path, label, limits);
  yield* openStream(createReadStream(path, { highWaterMark: CHUNK }), label, limits);
}

async function* openFolder(folder: string, label: string, limits: Limits): AsyncGenerator<SourceFile> {
  let entries = 0;
  const found = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error: Error) => {
    throw new SourceRefused(`${label} could not be read: ${error.message}`);
  });
  const files = found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }));
  for (const { entry, path } of files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (++entries > limits.entries) throw new SourceRefused(`${label} holds more than ${limits.entries} files`);
    const name = join(label, relative(folder, path));
    if (!entry.isFile()) yield { path: name, passedOver: "it is no regular file" };
    else if (!isReadableName(name)) yield { path: name, passedOver: NOT_READABLE };
    else yield { path: name, bytes: bytesOf(path) };
  }
}

/** A small file at once: a stream costs more than reading it, and repositories have thousands of them. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    if (fstatSync(file).size < CHUNK) return yield readFileSync(file);
  } finally {
    closeSync(file);
  }
  yield* createReadStream(path, { highWaterMark: CHUNK });
}

async function firstBytes(path: string, label: string): Promise<Uint8Array> {
  const file = await open(path).catch((error: Error) => {
    throw new SourceRefused(`${label} could not be read: ${error.message}`);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
