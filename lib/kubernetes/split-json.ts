/** A piece of JSON cut out of a stream: one entry of a list, or everything around the entries. */
export type JsonPiece = {
  /** "item": an entry of the document's `items` (or of a top-level array); "rest": the document without them. */
  of: "item" | "rest";
  bytes: Uint8Array;
  /** From 1. */
  document: number;
  /** From 1, where the piece begins. */
  line: number;
  /** From 0, where the piece begins. */
  offset: number;
  /** Set when the bytes are no whole value, or no value that an object of Kubernetes could have. */
  broken?: "truncated" | "too deep" | "too large" | "loose";
};

/** Kubernetes takes 3 MiB at most; a larger object comes from elsewhere. */
export const LARGEST_PIECE = 32 * 1024 * 1024;
const DEEPEST = 512;

const NEWLINE = 10;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const OPEN_OBJECT = 123;
/** Bytes that matter outside of strings: " [ ] { } and the end of a line. */
const MATTERS = new Uint8Array(256);
for (const byte of [NEWLINE, QUOTE, OPEN_LIST, 93, OPEN_OBJECT, 125]) MATTERS[byte] = 1;
const ITEMS = [105, 116, 101, 109, 115];

/** Where bytes go: into an entry, into the document around it, or nowhere, between documents and between entries. */
type Sink = { of: JsonPiece["of"] | "gap"; parts: Uint8Array[]; size: number; line: number; offset: number };

/**
 * Cuts JSON documents at the borders of their entries, without parsing and without holding more than one of them: the
 * layout of `kubectl get -o json` ({"apiVersion":…,"items":[…],"kind":"List"}), a plain array, single objects, or many of
 * them in a row. Takes chunks of bytes cut anywhere; hands out pieces as soon as they end. A piece may share the chunk's
 * memory: use it before the chunk is used again.
 */
export class JsonSplitter {
  private depth = 0;
  /** The depth of the list's entries: 2 in {"items":[…]}, 1 in […], 0 outside of such a list. */
  private listDepth = 0;
  private isQuoted = false;
  private isEscaped = false;
  private isTooDeep = false;
  private line = 1;
  private document = 1;
  /** Bytes before the chunk at hand. */
  private before = 0;
  /** Where in the chunk the bytes of the sink begin. */
  private from = 0;
  /** The last string within the document's own braces, as far as it could be "items". */
  private key: number[] = [];
  private sink: Sink = emptySink("gap", 1, 0);
  private rest: Sink = emptySink("rest", 1, 0);
  private pieces: JsonPiece[] = [];

  push(chunk: Uint8Array): JsonPiece[] {
    this.from = 0;
    let at = 0;
    while (at < chunk.length) {
      if (this.isQuoted) at = this.passString(chunk, at);
      else {
        at = nextThatMatters(chunk, at);
        if (at < chunk.length) this.turn(chunk, at++);
      }
    }
    this.pour(chunk, chunk.length, true);
    this.before += chunk.length;
    return this.handOut();
  }

  /** What is left when the input ends. */
  end(): JsonPiece[] {
    if (this.sink.of === "gap" && this.depth === 0) this.refuseLoose();
    else if (this.sink.of === "item") this.cut(this.sink, "truncated");
    else this.cut({ ...this.sink, of: "rest" }, "truncated");
    return this.handOut();
  }

  private handOut(): JsonPiece[] {
    const { pieces } = this;
    this.pieces = [];
    return pieces;
  }

  private turn(chunk: Uint8Array, at: number): void {
    const byte = chunk[at] as number;
    if (byte === NEWLINE) this.line++;
    else if (byte === QUOTE) {
      this.isQuoted = true;
      if (this.depth === 1) this.key = [];
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.open(chunk, at, byte);
    else this.close(chunk, at);
  }

  /** Goes to behind the end of the string, or of the chunk. */
  private passString(chunk: Uint8Array, start: number): number {
    let at = this.isEscaped ? start + 1 : start;
    this.isEscaped = false;
    for (; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (byte === QUOTE) {
        this.isQuoted = false;
        break;
      }
      if (byte === BACKSLASH) at++;
      else if (byte === NEWLINE) this.line++;
    }
    if (this.depth === 1 && this.key.length <= ITEMS.length) {
      this.key.push(...chunk.subarray(start, Math.min(at, start + ITEMS.length + 1)));
    }
    // An escape at the very end of the chunk takes the first byte of the next one.
    this.isEscaped = at > chunk.length;
    return Math.min(at + 1, chunk.length);
  }

  private open(chunk: Uint8Array, at: number, byte: number): void {
    if (this.depth === 0) this.begin("rest", chunk, at);
    else if (this.depth === this.listDepth) this.begin("item", chunk, at);
    this.depth++;
    if (this.depth > DEEPEST) this.isTooDeep = true;
    if (byte !== OPEN_LIST || this.listDepth > 0) return;
    const isItems =
      this.depth === 2 && this.key.length === ITEMS.length && this.key.every((one, i) => one === ITEMS[i]);
    if (this.depth !== 1 && !isItems) return;
    this.pour(chunk, at + 1, true);
    this.rest = this.sink;
    this.listDepth = this.depth;
    this.sink = emptySink("gap", this.line, this.before + at + 1);
  }

  private close(chunk: Uint8Array, at: number): void {
    if (this.depth === 0) return;
    this.depth--;
    if (this.listDepth > 0 && this.depth === this.listDepth) {
      this.pour(chunk, at + 1, false);
      this.cut(this.sink);
      this.sink = emptySink("gap", this.line, this.before + at + 1);
    } else if (this.depth === this.listDepth - 1) {
      this.pour(chunk, at, false);
      this.refuseLoose();
      this.sink = this.rest;
      this.listDepth = 0;
    }
    if (this.depth === 0) this.endDocument(chunk, at);
  }

  private begin(of: "item" | "rest", chunk: Uint8Array, at: number): void {
    this.pour(chunk, at, false);
    this.refuseLoose();
    this.isTooDeep = false;
    this.sink = emptySink(of, this.line, this.before + at);
  }

  private endDocument(chunk: Uint8Array, at: number): void {
    this.pour(chunk, at + 1, false);
    this.cut(this.sink);
    this.document++;
    this.key = [];
    this.sink = emptySink("gap", this.line, this.before + at + 1);
  }

  /** Moves the bytes up to `to` into the sink; `keep` when they outlive the chunk. */
  private pour(chunk: Uint8Array, to: number, keep: boolean): void {
    const { sink } = this;
    const bytes = chunk.subarray(this.from, to);
    this.from = to;
    if (bytes.length === 0) return;
    sink.size += bytes.length;
    if (sink.size > LARGEST_PIECE) sink.parts = [];
    else sink.parts.push(keep ? bytes.slice() : bytes);
  }

  private cut(sink: Sink, broken?: JsonPiece["broken"]): void {
    const why = this.isTooDeep ? "too deep" : (broken ?? (sink.size > LARGEST_PIECE ? "too large" : undefined));
    const { line, offset } = sink;
    const piece: JsonPiece = { of: "rest", bytes: joined(sink.parts), document: this.document, line, offset };
    if (sink.of === "item") piece.of = "item";
    if (why) piece.broken = why;
    this.pieces.push(piece);
    this.isTooDeep = false;
  }

  /** Between entries stand commas and space, between documents at most a line of dashes: anything else is said. */
  private refuseLoose(): void {
    if (this.sink.size > LARGEST_PIECE || this.sink.parts.some((part) => part.some((byte) => !isSpace(byte)))) {
      const isInList = this.listDepth > 0;
      this.cut({ ...this.sink, of: isInList ? "item" : "rest" }, "loose");
    }
  }
}

function nextThatMatters(chunk: Uint8Array, start: number): number {
  let at = start;
  while (at < chunk.length && MATTERS[chunk[at] as number] === 0) at++;
  return at;
}

function emptySink(of: Sink["of"], line: number, offset: number): Sink {
  return { of, parts: [], size: 0, line, offset };
}

/** White space, "," and "-", and the mark between records of a JSON sequence. */
function isSpace(byte: number): boolean {
  return byte === 32 || byte === 44 || (byte >= 9 && byte <= 13) || byte === 45 || byte === 30;
}

function joined(parts: Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
