import { formatCount, formatDecimal } from "#lib/presentation/numbers.ts";

/** "812 bytes", "14 KiB", "2.4 MiB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1_024) return `${formatCount(bytes)} bytes`;
  if (bytes < 1_048_576) return `${formatCount(bytes / 1_024)} KiB`;
  return `${formatDecimal(bytes / 1_048_576)} MiB`;
}
