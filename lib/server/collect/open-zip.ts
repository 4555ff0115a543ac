import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type LocalFileHeader, openPromise, type ZipFile } from "yauzl";
import { refusedName, shownName } from "./entry-name.ts";
import { type Limits, overweight, SourceRefused } from "./limits.ts";
import { isReadableName, NOT_READABLE, type SourceFile } from "./source-file.ts";

const KIND_OF_FILE = 0o170000;
const REGULAR = 0o100000;
const SYMLINK = 0o120000;
/** Set when sizes and checksum stand behind the data; the header before it then holds zeros. */
const SIZES_FOLLOW = 8;

/**
 * The files of a zip, from its path or its bytes. Names that climb, encrypted or doubled entries, headers that contradict
 * each other and too many or too heavy entries refuse the whole, with the reason.
 */
export async function* openZip(source: string | Buffer, label: string, limits: Limits): AsyncGenerator<SourceFile> {
  const options = { autoClose: false, validateEntrySizes: true, strictFileNames: false };
  const opened = typeof source === "string" ? openPromise(source, options) : fromBufferPromise(source, options);
  const zip = await opened.catch((error: Error) => {
    throw new SourceRefused(`${label} is refused: it is not a whole zip: ${error.message}`);
  });
  const names = new Set<string>();
  let unpacked = 0;
  try {
    if (zip.entryCount > limits.entries) throw new SourceRefused(`${label} holds more than ${limits.entries} entries`);
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      const reason = refusedEntry(entry, names) ?? (await conflictOf(zip, entry));
      if (reason) throw new SourceRefused(`${label} is refused: ${shownName(name)}: ${reason}`);
      names.add(name);
      unpacked += entry.uncompressedSize;
      const heavy = overweight(unpacked, zip.fileSize, limits);
      if (heavy) throw new SourceRefused(`${label} ${heavy}`);
      if (!name.endsWith("/")) yield await toFile(zip, entry, label);
    }
  } catch (error) {
    if (error instanceof SourceRefused) throw error;
    throw new SourceRefused(`${label} is refused: ${shownName(error instanceof Error ? error.message : "unknown")}`);
  } finally {
    zip.close();
  }
}

function refusedEntry(entry: Entry, names: ReadonlySet<string>): string | null {
  if (entry.isEncrypted()) return "it is encrypted";
  if (names.has(entry.fileName)) return "it is there twice";
  return refusedName(entry.fileName);
}

/** What the header before an entry says against the directory at the end: two programs would read two archives. */
async function conflictOf(zip: ZipFile, entry: Entry): Promise<string | null> {
  const local: LocalFileHeader = await zip.readLocalFileHeaderPromise(entry);
  if (!local.fileName.equals(entry.fileNameRaw)) return "its own header gives it another name";
  const sizesFollow = (local.generalPurposeBitFlag & SIZES_FOLLOW) !== 0;
  const isZip64 = local.uncompressedSize === 0xffffffff || local.compressedSize === 0xffffffff;
  const agrees =
    local.compressionMethod === entry.compressionMethod &&
    (local.generalPurposeBitFlag & 1) === (entry.generalPurposeBitFlag & 1) &&
    (sizesFollow || isZip64 || (local.uncompressedSize === entry.uncompressedSize && local.crc32 === entry.crc32));
  return agrees ? null : "its own header says something else of it than the directory";
}

async function toFile(zip: ZipFile, entry: Entry, label: string): Promise<SourceFile> {
  const path = `${label}/${shownName(entry.fileName)}`;
  const kind = (entry.externalFileAttributes >>> 16) & KIND_OF_FILE;
  if (kind !== 0 && kind !== REGULAR)
    return { path, passedOver: `it is a ${kind === SYMLINK ? "link" : "device"}, not a file` };
  if (!isReadableName(entry.fileName)) return { path, passedOver: NOT_READABLE };
  return { path, bytes: checked(await zip.openReadStreamPromise(entry), entry, path) };
}

async function* checked(bytes: Readable, entry: Entry, path: string): AsyncGenerator<Uint8Array> {
  let sum = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32) throw new SourceRefused(`${path} is damaged: its checksum is another one`);
}
