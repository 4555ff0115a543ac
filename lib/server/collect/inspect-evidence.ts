import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { TextDecoder } from "node:util";
import { fileTypeFromFile } from "file-type";
import { Refusal } from "#lib/contracts/refusal.ts";
import { CredentialWatch, type FoundCredential } from "#lib/evidence/items/find-credential.ts";
import { judgeFile } from "#lib/evidence/items/judge-file.ts";

export type InspectedFile = { sha256: string; bytes: number; mediaType: string };

const HEAD = 4_096;
/** Of a line that does not end, as much at once; the end of one part is looked at again with the next. */
const PART = 65_536;
const OVERLAP = 4_096;

/**
 * Reads a file once, part by part: its hash, its size, whether it is what its name says, and whether a text holds a
 * credential. Throws a Refusal that says what to do; never a value of the file.
 */
export async function inspectEvidence(path: string, fileName: string): Promise<InspectedFile> {
  const sniffed = (await fileTypeFromFile(path).catch(() => undefined))?.mime ?? null;
  const seen = await readThrough(path);
  const judged = judgeFile(fileName, { sniffed, bytes: seen.bytes, isText: seen.isText, head: seen.head });
  if ("refused" in judged) throw new Refusal("refused", judged.refused, { detail: judged.detail });
  if (judged.mediaType === "text/plain" && seen.credential) throw holdsCredential(fileName, seen.credential);
  return { sha256: seen.sha256, bytes: seen.bytes, mediaType: judged.mediaType };
}

/** The refusal of a text with a credential in it: which line, and what to do. */
export function holdsCredential(name: string, { line, what }: FoundCredential): Refusal {
  return new Refusal("refused", `Line ${line} of ${name} looks like ${what}.`, {
    detail:
      "Nothing was stored: credentials do not belong into evidence. Replace the value by [redacted] and add it again. If it was real, change it: it has left its place.",
  });
}

async function readThrough(path: string) {
  const hash = createHash("sha256");
  const text = new TextWatch();
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) {
    hash.update(chunk);
    bytes += chunk.length;
    text.see(chunk);
  }
  text.end();
  return { sha256: hash.digest("hex"), bytes, isText: text.isText, head: text.head, credential: text.credential };
}

/** Whether what passes by is UTF-8 without NUL, how it begins, and the first credential in it. */
class TextWatch {
  isText = true;
  head = "";
  private readonly decoder = new TextDecoder("utf-8", { fatal: true });
  private readonly watch = new CredentialWatch();
  private rest = "";
  private goesOn = false;

  get credential(): FoundCredential | null {
    return this.watch.found;
  }

  see(chunk: Uint8Array): void {
    if (this.isText) this.decode(() => this.decoder.decode(chunk, { stream: true }));
  }

  end(): void {
    if (this.isText) this.decode(() => this.decoder.decode());
    if (this.isText) this.watch.see(this.rest, this.goesOn);
  }

  private decode(part: () => string): void {
    try {
      this.take(part());
    } catch {
      this.isText = false;
    }
  }

  private take(text: string): void {
    if (text.includes("\0")) this.isText = false;
    if (this.head.length < HEAD) this.head = (this.head + text).slice(0, HEAD);
    const lines = (this.rest + text).split("\n");
    this.rest = lines.pop() ?? "";
    for (const line of lines) {
      this.watch.see(line, this.goesOn);
      this.goesOn = false;
    }
    while (this.rest.length > PART) {
      this.watch.see(this.rest.slice(0, PART), this.goesOn);
      this.goesOn = true;
      this.rest = this.rest.slice(PART - OVERLAP);
    }
  }
}
