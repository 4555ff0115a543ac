import { createWriteStream } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { zipSync } from "fflate";
import { pack } from "tar-stream";

/** Packs a folder the way that `tar czf` does, its own name first. */
export async function packTarGz(folder: string, into: string): Promise<string> {
  const archive = pack();
  const written = pipeline(archive, createGzip(), createWriteStream(into));
  for (const [name, content] of await filesOf(folder)) archive.entry({ name }, Buffer.from(content));
  archive.finalize();
  await written;
  return into;
}

export async function packZip(folder: string, into: string): Promise<string> {
  await writeFile(into, zipSync(Object.fromEntries(await filesOf(folder))));
  return into;
}

async function filesOf(folder: string): Promise<[string, Uint8Array][]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.sort().map(async (path): Promise<[string, Uint8Array]> => {
      const name = [basename(folder), ...relative(folder, path).split(sep)].join("/");
      return [name, new Uint8Array(await readFile(path))];
    }),
  );
}
