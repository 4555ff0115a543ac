import type { Readable } from "node:stream";
import { extract } from "tar-stream";
import { refusedName, shownName } from "./entry-name.ts";
import { type Limits, SourceRefused } from "./limits.ts";
import { isReadableName, NOT_READABLE, type SourceFile } from "./source-file.ts";

/** The files of a tar stream. Links and devices are passed over and listed; a name that climbs refuses the whole. */
export async function* openTar(source: Readable, label: string, limits: Limits): AsyncGenerator<SourceFile> {
  const archive = extract();
  source.on("error", (error) => archive.destroy(error));
  source.pipe(archive);
  const names = new Set<string>();
  let entries = 0;
  try {
    for await (const entry of archive) {
      const { name, type } = entry.header;
      if (++entries > limits.entries) throw new SourceRefused(`${label} holds more than ${limits.entries} entries`);
      const refused = refusedName(name) ?? (type === "file" && names.has(name) ? "it is there twice" : null);
      if (refused) throw new SourceRefused(`${label} is refused: entry ${entries} (${shownName(name)}): ${refused}`);
      names.add(name);
      const path = `${label}/${shownName(name)}`;
      if (type !== "file" && type !== "contiguous-file") {
        if (type !== "directory") yield { path, passedOver: `it is a ${type ?? "strange entry"}, not a file` };
      } else if (!isReadableName(name)) yield { path, passedOver: NOT_READABLE };
      else yield { path, bytes: entry as AsyncIterable<Uint8Array> };
      entry.resume();
    }
  } catch (error) {
    if (error instanceof SourceRefused) throw error;
    throw new SourceRefused(`${label} is not a whole tar file: ${error instanceof Error ? error.message : "unknown"}`);
  } finally {
    source.destroy();
  }
}
