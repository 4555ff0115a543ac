const NEWLINE = 10;
const EQUALS = 61;
const START = [..."==== START logs for "].map((char) => char.charCodeAt(0));
const END = [..."==== END logs for "].map((char) => char.charCodeAt(0));

/**
 * The bytes without the logs that `kubectl cluster-info dump` prints between its lists, but with their line ends, so that
 * what follows keeps its line. Logs hold anything, and never stand within JSON: there a line end is written as \n.
 */
export async function* withoutLogs(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isLog = false;
  let isLineStart = true;
  let kept: Uint8Array = new Uint8Array();
  for await (const chunk of source) {
    const bytes = joined(kept, chunk);
    const cut = cutLogs(bytes, isLog, isLineStart);
    isLog = cut.isLog;
    kept = bytes.slice(cut.rest);
    if (cut.rest > 0) isLineStart = bytes[cut.rest - 1] === NEWLINE;
    yield* cut.parts;
  }
  if (kept.length > 0 && !isLog) yield kept;
}

/** `rest`: where bytes begin that may be the first half of a mark. */
function cutLogs(bytes: Uint8Array, wasLog: boolean, wasLineStart: boolean) {
  const parts: Uint8Array[] = [];
  let isLog = wasLog;
  let from = 0;
  const take = (to: number) => {
    const part = bytes.subarray(from, to);
    if (part.length > 0) parts.push(isLog ? part.filter((byte) => byte === NEWLINE) : part);
    from = to;
  };
  for (let at = bytes.indexOf(EQUALS); at >= 0; at = bytes.indexOf(EQUALS, at + 1)) {
    const isAtStart = at === 0 ? wasLineStart : bytes[at - 1] === NEWLINE;
    if (!isAtStart) continue;
    const mark = isLog ? END : START;
    const length = matching(bytes, at, mark);
    if (length < mark.length && at + length < bytes.length) continue;
    take(at);
    if (length < mark.length) return { parts, isLog, rest: at };
    const end = isLog ? bytes.indexOf(NEWLINE, at) : at;
    // The line of the mark is a part of the log; where it does not end yet, it is looked at again.
    if (end < 0) return { parts, isLog, rest: at };
    if (isLog) take(end);
    isLog = !isLog;
    at = end;
  }
  take(bytes.length);
  return { parts, isLog, rest: bytes.length };
}

function matching(bytes: Uint8Array, at: number, mark: readonly number[]): number {
  let length = 0;
  while (length < mark.length && bytes[at + length] === mark[length]) length++;
  return length;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
