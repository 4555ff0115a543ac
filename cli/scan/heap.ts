import { spawnSync } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { totalmem } from "node:os";
import { join } from "node:path";
import { getHeapStatistics, setFlagsFromString } from "node:v8";

const MIB = 1024 ** 2;
/** Read, a dump of a cluster takes a tenth of its size, and at worst all of it; packed files unpack to some twenty times theirs. */
const PACKED = /\.(gz|tgz|zip)$/i;
const UNPACKS_TO = 20;

/** V8 lets its heap double before it clears up; a quarter more costs a tenth of the time and saves a fifth of the memory. */
export function growSlowly(): void {
  setFlagsFromString("--heap-growing-percent=25");
}

/** The heap in MiB that paths of this many bytes ask for, or null when the process has enough. */
export function heapFor(bytes: number, limit: number, machine: number): number | null {
  const most = Math.floor((machine * 0.75) / MIB);
  return bytes > limit * 0.75 && most * MIB > limit ? most : null;
}

/**
 * V8 stops at some 4 GB unless told otherwise when it starts. For an input that may need more, runs this very command
 * again with most of the machine's memory, and answers its exit code; null when that is not needed.
 */
export async function rerunForLargeInput(paths: readonly string[]): Promise<number | null> {
  const sizes = await Promise.all(paths.map(sizeOf));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const heap = heapFor(bytes, getHeapStatistics().heap_size_limit, totalmem());
  if (heap === null) return null;
  const words = [...process.execArgv, `--max-old-space-size=${heap}`, ...process.argv.slice(1)];
  return spawnSync(process.execPath, words, { stdio: "inherit" }).status ?? 2;
}

/** Bytes of a file or of all files in a folder, as they will be unpacked; 0 where they cannot be told. */
async function sizeOf(path: string): Promise<number> {
  const info = await stat(path).catch(() => null);
  if (!info) return 0;
  if (!info.isDirectory()) return info.size * (PACKED.test(path) ? UNPACKS_TO : 1);
  const names = await readdir(path, { recursive: true }).catch(() => []);
  let sum = 0;
  for (const name of names) sum += (await stat(join(path, name)).catch(() => null))?.size ?? 0;
  return sum;
}
