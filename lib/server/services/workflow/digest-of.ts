import { createHash } from "node:crypto";
import { canonicalJson } from "#lib/report/canonical-json.ts";

/** SHA-256 over the canonical JSON of a value, in hexadecimal: what lib/workflow asks to be handed in. */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
