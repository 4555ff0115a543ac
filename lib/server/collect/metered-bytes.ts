import { pipeline, type Readable, Transform, type TransformCallback } from "node:stream";
import { type Limits, RATIO_FROM_BYTES, SourceRefused } from "./limits.ts";

/** Lets bytes through until they are more than a snapshot may weigh, or more than honest packing explains. */
export class MeteredBytes extends Transform {
  private seen = 0;
  private readonly label: string;
  private readonly packed: number;
  private readonly limits: Limits;

  constructor(label: string, packed: number, limits: Limits) {
    super({ highWaterMark: 1 << 20 });
    this.label = label;
    this.packed = packed;
    this.limits = limits;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.seen += chunk.length;
    const reason = overweight(this.seen, this.packed, this.limits);
    if (reason) done(new SourceRefused(`${this.label} ${reason}`));
    else done(null, chunk);
  }
}

/** Why so many unpacked bytes are refused, or null. */
export function overweight(unpacked: number, packed: number, limits: Limits): string | null {
  if (unpacked > limits.unpackedBytes)
    return `unpacks to more than ${Math.round(limits.unpackedBytes / 1024 ** 2)} MiB`;
  if (unpacked > RATIO_FROM_BYTES && unpacked > packed * limits.ratio)
    return `unpacks to more than ${limits.ratio} times its size, which no dump of a cluster does`;
  return null;
}

/** What comes out of `meter`; whoever fails on the way fails the whole, instead of leaving the reader waiting for ever. */
export function metered(source: [Readable, ...Transform[]], meter: MeteredBytes): Readable {
  pipeline([...source, meter], () => undefined);
  return meter;
}
