/** One file of a source: its label, and its bytes; or why it is passed over. */
export type SourceFile = { path: string; bytes: AsyncIterable<Uint8Array> } | { path: string; passedOver: string };

const READABLE = /\.(json|ya?ml|jsonl|ndjson)$/i;

/** Whether a label says that this is something to read. */
export function isReadableName(name: string): boolean {
  return READABLE.test(name);
}
