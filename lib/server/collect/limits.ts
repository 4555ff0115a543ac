/** What one snapshot may weigh. The portal is strict because anybody's file comes in; the command serves its own user. */
export type Limits = {
  /** Files of one folder or archive. */
  entries: number;
  /** Bytes after unpacking. */
  unpackedBytes: number;
  /** Unpacked to packed. A real kubectl dump packs 10 to 40 times. */
  ratio: number;
};

const RATIO = 200;

export const PORTAL_LIMITS: Limits = { entries: 50_000, unpackedBytes: 4 * 1024 ** 3, ratio: RATIO };
export const COMMAND_LIMITS: Limits = { entries: 5_000_000, unpackedBytes: Number.POSITIVE_INFINITY, ratio: RATIO };

/** Small files pack absurdly well: the ratio counts from here on. */
export const RATIO_FROM_BYTES = 1024 ** 2;

/** A source that is refused as a whole; the message says why. */
export class SourceRefused extends Error {
  override name = "SourceRefused";
}

/** Why so many unpacked bytes are refused, or null. */
export function overweight(unpacked: number, packed: number, limits: Limits): string | null {
  if (unpacked > limits.unpackedBytes)
    return `unpacks to more than ${Math.round(limits.unpackedBytes / 1024 ** 2)} MiB`;
  if (unpacked > RATIO_FROM_BYTES && unpacked > packed * limits.ratio)
    return `unpacks to more than ${limits.ratio} times its size, which no dump of a cluster does`;
  return null;
}
