/** Bytes of UTF-8 without a byte order mark, whatever mark they came with: PowerShell writes UTF-16. */
export async function* utf8Of(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  const head = await headOf(source);
  const rest = { [Symbol.asyncIterator]: () => source };
  const [a, b, c] = head;
  if (a === 0xff && b === 0xfe) return yield* transcoded("utf-16le", head.subarray(2), rest);
  if (a === 0xfe && b === 0xff) return yield* transcoded("utf-16be", head.subarray(2), rest);
  const text = a === 0xef && b === 0xbb && c === 0xbf ? head.subarray(3) : head;
  if (text.length > 0) yield text;
  yield* rest;
}

/** The text of UTF-8 bytes, null when they are none. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const HEAD = 64;

/** The first chunk, or several where they are too short to tell what follows. */
async function headOf(source: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  while (head.length < HEAD) {
    const next = await source.next();
    if (next.done) break;
    head = head.length === 0 ? next.value : joined(head, next.value);
  }
  return head;
}

async function* transcoded(
  encoding: "utf-16le" | "utf-16be",
  head: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  yield encoder.encode(decoder.decode(head, { stream: true }));
  for await (const chunk of rest) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
