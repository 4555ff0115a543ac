import { PassThrough, type Readable } from "node:stream";
import { ZipFile } from "yazl";

export type Archive = {
  /** A file of the archive; a function opens its stream when its turn has come. */
  add(path: string, content: string | Uint8Array | (() => Readable)): void;
  end(): Readable;
};

/** The moment that every file of an archive bears, local so that its bytes are the same in every time zone. */
const ALWAYS = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/** A zip archive that is written while it is read. The same files give the same bytes. */
export function openArchive(): Archive {
  const zip = new ZipFile();
  const out = new PassThrough();
  zip.on("error", (error) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  zip.outputStream.pipe(out);
  return {
    add(path, content) {
      if (typeof content === "function")
        zip.addReadStreamLazy(path, ALWAYS, (hand) => {
          const stream = content();
          stream.once("error", (error) => out.destroy(error));
          hand(null, stream);
        });
      else zip.addBuffer(Buffer.from(content), path, ALWAYS);
    },
    end() {
      zip.end();
      return out;
    },
  };
}
