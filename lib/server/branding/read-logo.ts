import { inflateSync } from "node:zlib";
import type { LogoType } from "#lib/report/brand.ts";

export type ReadLogo = { type: LogoType; width: number; height: number };

export const LOGO_LIMIT = 256 * 1024;
/** Enough for print at the size of a head of a page. */
const MOST = { width: 2_000, height: 1_000 };
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples of a pixel by the colour type of PNG. */
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * What an uploaded logo is, told by its content: a PNG or a JPEG that every program can draw, of a size that a head of a page
 * can use. A string says what is wrong and what to do. Nothing is unpacked beyond what its head announces.
 */
export function readLogo(bytes: Uint8Array): ReadLogo | string {
  if (bytes.length > LOGO_LIMIT) return `It has ${Math.ceil(bytes.length / 1024)} KiB; at most 256.`;
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = data.subarray(0, 8).equals(PNG) ? readPng(data) : isJpeg(data) ? readJpeg(data) : null;
  if (!found) return "It is neither a PNG nor a JPEG. Save it as one of them.";
  if (typeof found === "string") return found;
  if (found.width < 1 || found.height < 1) return "It is empty.";
  if (found.width > MOST.width || found.height > MOST.height)
    return `It is ${found.width} x ${found.height} pixels; at most ${MOST.width} x ${MOST.height}.`;
  return found;
}

function readPng(data: Buffer): ReadLogo | string {
  const broken = "This PNG is broken. Save it again with another program.";
  const parts: Buffer[] = [];
  let head: { width: number; height: number; bits: number; colour: number } | null = null;
  let ended = false;
  for (let at = 8; at + 12 <= data.length && !ended; ) {
    const length = data.readUInt32BE(at);
    const kind = data.toString("latin1", at + 4, at + 8);
    if (at + 12 + length > data.length) return broken;
    const body = data.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR") {
      if (length !== 13 || head) return broken;
      if (body[12] !== 0) return "This PNG is interlaced. Save it without interlacing.";
      head = { width: body.readUInt32BE(0), height: body.readUInt32BE(4), bits: body[8] ?? 0, colour: body[9] ?? 0 };
      if (head.width > MOST.width || head.height > MOST.height)
        return { type: "image/png", width: head.width, height: head.height };
    } else if (kind === "IDAT") parts.push(body);
    else if (kind === "IEND") ended = true;
    at += 12 + length;
  }
  if (!head || !ended || parts.length === 0) return broken;
  const { width, height, bits, colour } = head;
  const samples = SAMPLES[colour];
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(bits)) return broken;
  if (bits === 16) return "This PNG has 16 bits a channel. Save it with 8.";
  const whole = (Math.ceil((width * samples * bits) / 8) + 1) * height;
  try {
    return inflateSync(Buffer.concat(parts), { maxOutputLength: whole + 1 }).length === whole
      ? { type: "image/png", width, height }
      : broken;
  } catch {
    return broken;
  }
}

function isJpeg(data: Buffer): boolean {
  return data[0] === 0xff && data[1] === 0xd8 && data[2] === 0xff;
}

/** Walks the segments to the start of the frame, which holds the size. */
function readJpeg(data: Buffer): ReadLogo | string {
  const broken = "This JPEG is broken. Save it again with another program.";
  if (data.at(-2) !== 0xff || data.at(-1) !== 0xd9) return broken;
  for (let at = 2; at + 9 < data.length; ) {
    const marker = data[at + 1] ?? 0;
    if (data[at] !== 0xff) return broken;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      if (data[at + 4] !== 8) return "This JPEG has more than 8 bits a channel. Save it with 8.";
      if (data[at + 9] !== 1 && data[at + 9] !== 3) return "This JPEG is in print colours (CMYK). Save it in RGB.";
      return { type: "image/jpeg", width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) };
    }
    const length = data.readUInt16BE(at + 2);
    if (length < 2) return broken;
    at += 2 + length;
  }
  return broken;
}
