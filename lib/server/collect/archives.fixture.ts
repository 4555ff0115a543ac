import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { crc32, createGzip, deflateRawSync } from "node:zlib";
import { pack } from "tar-stream";

/** Archives as an attacker would write them, byte by byte. */
export type ZipEntry = {
  name: string | Buffer;
  content?: Buffer | string;
  /** What the local header says, where it differs from the directory. */
  localName?: string;
  /** What the directory says about the unpacked size, where it lies. */
  claimedSize?: number;
  /** What both headers say about the checksum, where they lie. */
  claimedSum?: number;
  flags?: number;
  method?: number;
  /** Upper half of the external attributes: the unix mode. */
  mode?: number;
  /** Uses the bytes of an earlier entry instead of own ones. */
  sameBytesAs?: number;
};

export function zipOf(entries: ZipEntry[], options: { claimedEntries?: number } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const from = entry.sameBytesAs === undefined ? undefined : entries[entry.sameBytesAs];
    const content = Buffer.from((from ?? entry).content ?? "");
    const method = (from ?? entry).method ?? 8;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const name = Buffer.from(entry.name);
    const numbers = {
      flags: entry.flags ?? 0x800,
      method,
      packed: packed.length,
      size: entry.claimedSize ?? content.length,
      sum: entry.claimedSum ?? crc32(content),
    };
    if (from) {
      offsets.push(offsets[entry.sameBytesAs ?? 0] ?? 0);
    } else {
      offsets.push(at);
      const localName = Buffer.from(entry.localName ?? entry.name);
      const local = Buffer.concat([zipHeader(0x04034b50, numbers, localName.length, 30), localName, packed]);
      parts.push(local);
      at += local.length;
    }
    const central = zipHeader(0x02014b50, numbers, name.length, 46);
    central.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 38);
    central.writeUInt32LE(offsets.at(-1) ?? 0, 42);
    directory.push(central, name);
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.claimedEntries ?? entries.length, 8);
  end.writeUInt16LE(options.claimedEntries ?? entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listing, end]);
}

type Numbers = { flags: number; method: number; packed: number; size: number; sum: number };

/** A local header (30 bytes) or one of the directory (46): the same fields, two bytes later. */
function zipHeader(signature: number, numbers: Numbers, nameLength: number, length: 30 | 46): Buffer {
  const header = Buffer.alloc(length);
  const shift = length === 46 ? 2 : 0;
  header.writeUInt32LE(signature, 0);
  header.writeUInt16LE(20, 4);
  if (shift) header.writeUInt16LE(20, 6);
  header.writeUInt16LE(numbers.flags, 6 + shift);
  header.writeUInt16LE(numbers.method, 8 + shift);
  header.writeUInt32LE(numbers.sum, 14 + shift);
  header.writeUInt32LE(numbers.packed, 18 + shift);
  header.writeUInt32LE(numbers.size, 22 + shift);
  header.writeUInt16LE(nameLength, 26 + shift);
  return header;
}

/** Writes an honest tar.gz. */
export async function writeTarGz(path: string, entries: { name: string; content: string | Buffer }[]): Promise<void> {
  const archive = pack();
  const written = pipeline(archive, createGzip(), createWriteStream(path));
  for (const { content, ...header } of entries) archive.entry(header, content);
  archive.finalize();
  await written;
}

/** A tar header by hand, for what no honest packer writes. */
export function tarHeader(name: string, size: number, type: string, linkName = ""): Buffer {
  const header = Buffer.alloc(512);
  header.write(name.slice(0, 100), 0);
  header.write("0000644\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  header.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  header.write("00000000000\0", 136);
  header.write("        ", 148);
  header.write(type, 156);
  header.write(linkName.slice(0, 100), 157);
  header.write("ustar\0", 257);
  header.write("00", 263);
  let sum = 0;
  for (const byte of header) sum += byte;
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

/** Content with the zeros that fill its last block. */
export function tarBlock(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}
