/** A piece of JSON cut out of a stream: one item of a list, or everything around the items. */
export type JsonPiece = {
  /** "item": an element of the document's `items` (or of a top-level array); "rest": the document without them. */
  of: "item" | "rest";
  bytes: Uint8Array;
  /** From 1. */
  document: number;
  line: number;
  /** Set when the input ended inside of it, or it nests deeper than any object of Kubernetes. */
  broken?: "truncated" | "too deep" | "unbalanced";
};

const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;
const DEEPEST = 512;

/**
 * Cuts JSON documents at the borders of their items, without parsing and without holding more than one item: the layout
 * of `kubectl get -o json` ({"apiVersion":…,"items":[…],"kind":"List"}), a plain array, single objects, or many of them.
 * Takes chunks of bytes cut anywhere; hands out pieces as soon as they end.
 */
export class JsonSplitter {
  private depth = 0;
  private inString = false;
  private escaped = false;
  private line = 1;
  private document = 1;
  /** Depth at which items lie: 2 in {"items":[…]}, 1 in […], 0 when not in such an array. */
  private itemsAt = 0;
  private key: number[] = [];
  private parts: Uint8Array[] = [];
  private rest: Uint8Array[] = [];
  private restLine = 0;
  private itemLine = 0;
  private tooDeep = false;

  *push(chunk: Uint8Array): Generator<JsonPiece> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (this.inString) {
        at = this.throughString(chunk, at);
        continue;
      }
      if (byte === QUOTE) this.openString();
      else if (byte === NEWLINE) this.line++;
      else if (byte === 123 || byte === 91) from = this.open(chunk, at, from, byte);
      else if (byte === 125 || byte === 93) {
        const ended = this.close(chunk, at, from);
        from = ended.from;
        if (ended.piece) yield ended.piece;
      }
    }
    this.keep(chunk.subarray(from));
  }

  /** What is left when the input ends. */
  *end(): Generator<JsonPiece> {
    const inItem = this.parts.length > 0 && this.itemsAt > 0 && this.depth > this.itemsAt;
    if (inItem) yield this.piece("item", this.parts, this.itemLine, "truncated");
    else if (this.depth > 0 || this.inString)
      yield this.piece("rest", this.rest, this.restLine || this.line, "truncated");
    else if (this.rest.some((part) => part.some((byte) => byte > 32)))
      yield this.piece("rest", this.rest, this.restLine || this.line, "unbalanced");
  }

  private openString(): void {
    this.inString = true;
    if (this.depth === 1) this.key = [];
  }

  /** Goes to the end of the string, or of the chunk; answers where it stopped. */
  private throughString(chunk: Uint8Array, start: number): number {
    for (let at = start; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (this.escaped) this.escaped = false;
      else if (byte === BACKSLASH) this.escaped = true;
      else if (byte === QUOTE) {
        this.inString = false;
        return at;
      } else if (byte === NEWLINE) this.line++;
      if (this.depth === 1 && this.key.length < 8) this.key.push(byte);
    }
    return chunk.length;
  }

  private open(chunk: Uint8Array, at: number, from: number, byte: number): number {
    let next = from;
    if (this.depth === 0) this.restLine = this.line;
    if (this.itemsAt > 0 && this.depth === this.itemsAt) {
      // An item begins: what stood before it in the array is commas and space.
      next = at;
      this.itemLine = this.line;
      this.parts = [];
    } else if (
      this.itemsAt === 0 &&
      byte === 91 &&
      (this.depth === 0 || (this.depth === 1 && String.fromCharCode(...this.key) === "items"))
    ) {
      this.rest.push(chunk.slice(from, at + 1));
      next = at + 1;
      this.itemsAt = this.depth + 1;
    }
    this.depth++;
    if (this.depth > DEEPEST) this.tooDeep = true;
    return next;
  }

  private close(chunk: Uint8Array, at: number, from: number): { from: number; piece?: JsonPiece } {
    this.depth = Math.max(0, this.depth - 1);
    if (this.itemsAt > 0 && this.depth === this.itemsAt) {
      const piece = this.piece(
        "item",
        [...this.parts, chunk.slice(from, at + 1)],
        this.itemLine,
        this.tooDeep ? "too deep" : undefined,
      );
      this.parts = [];
      this.tooDeep = false;
      return { from: at + 1, piece };
    }
    if (this.itemsAt > 0 && this.depth === this.itemsAt - 1) {
      // The array of items ends; what is between the last item and here is space, or what is no object.
      this.rest.push(chunk.slice(from, at + 1));
      this.itemsAt = 0;
      if (this.depth > 0) return { from: at + 1 };
      return { from: at + 1, piece: this.endDocument() };
    }
    if (this.depth > 0) return { from };
    this.rest.push(chunk.slice(from, at + 1));
    return { from: at + 1, piece: this.endDocument() };
  }

  private endDocument(): JsonPiece {
    const piece = this.piece("rest", this.rest, this.restLine, this.tooDeep ? "too deep" : undefined);
    this.rest = [];
    this.key = [];
    this.tooDeep = false;
    this.document++;
    return piece;
  }

  private keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    // A copy: the caller may reuse its chunk.
    if (this.itemsAt > 0 && this.depth > this.itemsAt) this.parts.push(bytes.slice());
    else if (this.itemsAt === 0 || this.rest.length < 1_000) this.rest.push(bytes.slice());
  }

  private piece(of: "item" | "rest", parts: Uint8Array[], line: number, broken?: JsonPiece["broken"]): JsonPiece {
    return { of, bytes: joined(parts), document: this.document, line, ...(broken ? { broken } : {}) };
  }
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
