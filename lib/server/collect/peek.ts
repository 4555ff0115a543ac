/** The first bytes of a stream, `wanted` of them where there are as many, and the whole stream with them. */
export async function peek(
  bytes: AsyncIterable<Uint8Array>,
  wanted: number,
): Promise<{ head: Uint8Array; whole: AsyncGenerator<Uint8Array> }> {
  const source = bytes[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  let isDone = false;
  while (length < wanted && !isDone) {
    const next = await source.next();
    if (next.done) isDone = true;
    else {
      first.push(next.value);
      length += next.value.length;
    }
  }
  return { head: Buffer.concat(first), whole: continued(first, source) };
}

async function* continued(first: Uint8Array[], source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* first;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  } finally {
    // Whoever stops reading early lets go of the file behind it.
    await source.return?.();
  }
}
