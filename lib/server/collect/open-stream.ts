import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Limits, overweight, SourceRefused } from "./limits.ts";
import { openTar } from "./open-tar.ts";
import { openZip } from "./open-zip.ts";
import { peek } from "./peek.ts";
import type { SourceFile } from "./source-file.ts";

/** A zip is read from its end: from a pipe it must be held whole. */
const LARGEST_ZIP_FROM_A_PIPE = 512 * 1024 ** 2;

/** The files of a stream of bytes: plain text, a tar, a gzip of either, or a zip, told by what it holds. */
export async function* openStream(
  bytes: AsyncIterable<Uint8Array>,
  label: string,
  limits: Limits,
  isUnpacked = false,
): AsyncGenerator<SourceFile> {
  const { head, whole } = await peek(bytes, 512).catch((error: Error) => {
    if (error instanceof SourceRefused) throw error;
    throw new SourceRefused(
      `${label} ${isUnpacked ? "is not a whole gzip file" : "could not be read"}: ${error.message}`,
    );
  });
  if (head.length === 0) throw new SourceRefused(`${label} is empty`);
  if (isTar(head)) return yield* openTar(Readable.from(whole), label, limits);
  if (isZip(head)) return yield* openZip(await held(whole, label), label, limits);
  if (!isGzip(head)) return yield { path: label, bytes: whole };
  if (isUnpacked) return yield { path: label, passedOver: "it is packed twice; unpack it once" };
  yield* openStream(unpacked(whole, label, limits), label, limits, true);
}

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b;
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

function isTar(head: Uint8Array): boolean {
  return head.length >= 262 && Buffer.from(head.subarray(257, 262)).toString("latin1") === "ustar";
}

/** The bytes within a gzip; throws when they are more than a snapshot may weigh, or than honest packing explains. */
async function* unpacked(bytes: AsyncIterable<Uint8Array>, label: string, limits: Limits): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let seen = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      packed += chunk.length;
      yield chunk;
    }
  };
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  // What fails before it makes reading it fail; there is nothing else to do.
  pipeline(Readable.from(counted()), gunzip, () => undefined);
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    seen += chunk.length;
    const reason = overweight(seen, packed, limits);
    if (reason) throw new SourceRefused(`${label} ${reason}`);
    yield chunk;
  }
}

async function held(bytes: AsyncIterable<Uint8Array>, label: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    parts.push(chunk);
    size += chunk.length;
    if (size > LARGEST_ZIP_FROM_A_PIPE)
      throw new SourceRefused(
        `${label} is a zip of more than ${LARGEST_ZIP_FROM_A_PIPE / 1024 ** 2} MiB; hand it over as a file`,
      );
  }
  return Buffer.concat(parts);
}
