import { createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Refusal } from "#lib/contracts/refusal.ts";

/**
 * Writes a body to a file of the caller's, as it comes, and no more than `limit` bytes of it. Throws a Refusal where it is
 * larger or where there is none; what was written is the caller's to remove.
 */
export async function spoolUpload(
  body: ReadableStream<Uint8Array> | null,
  path: string,
  { limit, fileName }: { limit: number; fileName: string },
): Promise<void> {
  if (!body) throw new Refusal("refused", `${fileName} is empty.`, { detail: "Nothing was stored." });
  let seen = 0;
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      done(seen > limit ? tooLarge(fileName, limit) : null, chunk);
    },
  });
  await pipeline(
    Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]),
    bounded,
    createWriteStream(path, { flags: "wx", mode: 0o600 }),
  );
}

function tooLarge(fileName: string, limit: number): Refusal {
  return new Refusal("refused", `${fileName} is larger than ${Math.floor(limit / 1_048_576)} MiB.`, {
    detail: "Nothing was stored. Make it smaller, or keep it elsewhere and add a link to it.",
  });
}
