import { existsSync } from "node:fs";
import { join } from "node:path";

const CORPORA = process.env.CHARTROOM_CORPORA ?? "../shared/corpora";

/** A folder of what real clusters and projects hold, or null where this machine has none. */
export function corpus(name: string): string | null {
  const folder = join(CORPORA, name);
  return existsSync(folder) ? folder : null;
}
