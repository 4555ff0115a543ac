/** What one snapshot may weigh. The portal is strict because anybody's file comes in; the command serves its own user. */
export type Limits = {
  /** Files of one folder or archive. */
  entries: number;
  /** Bytes after unpacking. */
  unpackedBytes: number;
  /** Unpacked to packed. A real kubectl dump packs 10 to 40 times. */
  ratio: number;
};

export const PORTAL_LIMITS: Limits = { entries: 50_000, unpackedBytes: 4 * 1024 ** 3, ratio: 200 };
export const COMMAND_LIMITS: Limits = {
  entries: 5_000_000,
  unpackedBytes: Number.POSITIVE_INFINITY,
  ratio: Number.POSITIVE_INFINITY,
};

/** Small files pack absurdly well: the ratio counts from here on. */
export const RATIO_FROM_BYTES = 32 * 1024 ** 2;

/** A source that is refused as a whole; the message says why. */
export class SourceRefused extends Error {
  override name = "SourceRefused";
}
