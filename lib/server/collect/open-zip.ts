import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { type Entry, type Options, open, type ZipFile } from "yauzl";
import { refusedName, shownName } from "./entry-name.ts";
import { type Limits, SourceRefused } from "./limits.ts";
import { MeteredBytes, metered, overweight } from "./metered-bytes.ts";
import { isReadableName, type SourceFile } from "./source-file.ts";

const openFile = promisify<string, Options, ZipFile>(open);
const SYMLINK = 0o120000;

/** The files of a zip. Encrypted, conflicting and doubled entries refuse the whole, with the reason. */
export async function* openZip(path: string, label: string, limits: Limits): AsyncGenerator<SourceFile> {
  const zip = await openFile(path, {
    lazyEntries: true,
    validateEntrySizes: true,
    strictFileNames: false,
    decodeStrings: true,
  }).catch((error: Error) => {
    throw new SourceRefused(`${label} is refused: ${error.message}`);
  });
  const names = new Set<string>();
  let unpacked = 0;
  try {
    if (zip.entryCount > limits.entries) throw new SourceRefused(`${label} holds more than ${limits.entries} entries`);
    for await (const entry of entriesOf(zip)) {
      const name = entry.fileName;
      const reason =
        refusedName(name) ??
        (entry.generalPurposeBitFlag & 1 ? "it is encrypted" : names.has(name) ? "it is there twice" : null);
      if (reason) throw new SourceRefused(`${label} is refused: ${shownName(name)}: ${reason}`);
      names.add(name);
      unpacked += entry.uncompressedSize;
      const heavy = overweight(unpacked, zip.fileSize, limits);
      if (heavy) throw new SourceRefused(`${label} ${heavy}`);
      if (name.endsWith("/")) continue;
      const shown = `${label}/${shownName(name)}`;
      const mode = (entry.externalFileAttributes >>> 16) & 0o170000;
      if (mode === SYMLINK) yield { path: shown, passedOver: "it is a link, not a file" };
      else if (!isReadableName(name)) yield { path: shown, passedOver: "it is neither .json nor .yaml" };
      else
        yield {
          path: shown,
          bytes: metered([await contentOf(zip, entry)], new MeteredBytes(label, zip.fileSize, limits)),
        };
    }
  } catch (error) {
    throw error instanceof SourceRefused
      ? error
      : new SourceRefused(`${label} is refused: ${error instanceof Error ? error.message : "unknown"}`);
  } finally {
    zip.close();
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((done, fail) => {
      const settle = (run: () => void) => {
        zip.removeAllListeners("entry");
        zip.removeAllListeners("end");
        zip.removeAllListeners("error");
        run();
      };
      zip.once("entry", (next: Entry) => settle(() => done(next)));
      zip.once("end", () => settle(() => done(null)));
      zip.once("error", (error: Error) => settle(() => fail(error)));
      zip.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

/** The unpacked bytes. The header beside them must name the entry as the directory does: two readers would see two files. */
async function contentOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  if (!local.fileName.equals(entry.fileNameRaw))
    throw new Error(`${shownName(entry.fileName)}: its own header gives it another name`);
  if (local.compressionMethod !== entry.compressionMethod)
    throw new Error(`${shownName(entry.fileName)}: its own header says that it is packed in another way`);
  return zip.openReadStreamPromise(entry);
}
