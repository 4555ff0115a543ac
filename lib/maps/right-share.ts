import type { Box } from "./geometry.ts";

/** The part of a box at its right that is this share (0-1) of it; null when there is none. */
export function rightShare(box: Box, share: number): Box | null {
  if (share >= 1) return box;
  const width = box.width * share;
  return width > 0 ? { ...box, x: box.x + box.width - width, width } : null;
}
