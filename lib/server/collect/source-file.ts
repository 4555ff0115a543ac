/** One file of a source: its label, and its bytes; or why it is passed over. */
export type SourceFile = { path: string; bytes: AsyncIterable<Uint8Array> } | { path: string; passedOver: string };

const READABLE = /\.(json|ya?ml|jsonl|ndjson)$/i;

/** Whether the name of a file in a folder or an archive says that it is something to read. */
export function isReadableName(name: string): boolean {
  return READABLE.test(name);
}

export const NOT_READABLE = "it is neither .json nor .yaml";
