import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JsonPiece, JsonSplitter, LARGEST_PIECE } from "./split-json.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The pieces of a text, handed over in chunks of the given sizes, over and over. */
function piecesOf(text: string, sizes: number[] = [1 << 20]): (Omit<JsonPiece, "bytes"> & { text: string })[] {
  const bytes = encode(text);
  const splitter = new JsonSplitter();
  const pieces: (Omit<JsonPiece, "bytes"> & { text: string })[] = [];
  const take = (found: JsonPiece[]) => {
    for (const { bytes: own, ...piece } of found) pieces.push({ ...piece, text: decode(own) });
  };
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    // Every chunk is memory of its own, and spoilt as soon as its pieces are taken.
    const chunk = bytes.slice(at, at + size);
    take(splitter.push(chunk));
    chunk.fill(0);
    at += size;
  }
  take(splitter.end());
  return pieces;
}

describe("the layouts of JSON that kubectl and others write", () => {
  test("a List gives its entries and what is around them", () => {
    const text = '{\n "apiVersion": "v1",\n "items": [\n  {"a": 1},\n  {"b": [2]}\n ],\n "kind": "List"\n}\n';
    expect(piecesOf(text)).toEqual([
      { of: "item", text: '{"a": 1}', document: 1, line: 4, offset: 37 },
      { of: "item", text: '{"b": [2]}', document: 1, line: 5, offset: 49 },
      {
        of: "rest",
        text: '{\n "apiVersion": "v1",\n "items": [],\n "kind": "List"\n}',
        document: 1,
        line: 1,
        offset: 0,
      },
    ]);
  });

  test("an array, single objects in a row, and JSON sequences", () => {
    expect(piecesOf('[{"a":1},{"b":2}]').map(({ of, text }) => [of, text])).toEqual([
      ["item", '{"a":1}'],
      ["item", '{"b":2}'],
      ["rest", "[]"],
    ]);
    expect(
      piecesOf('{"a":1}\n{"b":2}\n---\n\u001e{"c":3}\n').map(({ document, line, text }) => [document, line, text]),
    ).toEqual([
      [1, 1, '{"a":1}'],
      [2, 2, '{"b":2}'],
      [3, 4, '{"c":3}'],
    ]);
  });

  test("only the document's own items are cut out", () => {
    const text = '{"kind":"items","spec":{"items":[{"a":1}]},"x":[{"b":2}],"items":[{"c":"]}\\"["}]}';
    expect(piecesOf(text).map(({ of, text: own }) => [of, own])).toEqual([
      ["item", '{"c":"]}\\"["}'],
      ["rest", '{"kind":"items","spec":{"items":[{"a":1}]},"x":[{"b":2}],"items":[]}'],
    ]);
  });
});

describe("what is broken is said, and what follows is read", () => {
  test.each([
    ["an entry that ends in the middle", '{"items":[{"a":1},{"b":', ["item", "truncated"]],
    ["a list that ends between entries", '{"items":[{"a":1},', ["rest", "truncated"]],
    ["a string that never ends", '{"items":[{"a":"', ["item", "truncated"]],
    ["an entry that is no object", '{"items":[{"a":1},7,{"b":2}]}', ["item", "loose"]],
    ["null entries", '{"items":[null]}', ["item", "loose"]],
    ["words between documents", '{"a":1} and {"b":2}', ["rest", "loose"]],
    ["a bracket too many", '{"a":1}}{"b":2}', ["rest", "loose"]],
    ["words at the end", '{"a":1} end', ["rest", "loose"]],
  ])("%s", (_, text, broken) => {
    expect(
      piecesOf(text)
        .filter((piece) => piece.broken)
        .map((piece) => [piece.of, piece.broken]),
    ).toEqual([broken]);
  });

  test("an entry that nests too deep, between two that do not", () => {
    const deep = `${'{"a":'.repeat(600)}1${"}".repeat(600)}`;
    const pieces = piecesOf(`{"items":[{"x":1},${deep},{"y":2}]}`);
    expect(pieces.map(({ broken }) => broken)).toEqual([undefined, "too deep", undefined, undefined]);
  });

  test("an entry that is too large is not held", () => {
    const splitter = new JsonSplitter();
    splitter.push(encode('{"items":[{"x":"'));
    const block = new Uint8Array(1 << 20).fill(120);
    for (let size = 0; size <= LARGEST_PIECE; size += block.length) expect(splitter.push(block)).toEqual([]);
    const pieces = splitter.push(encode('"},{"y":1}]}'));
    expect(pieces.map(({ broken, bytes }) => [broken, bytes.length])).toEqual([
      ["too large", 0],
      [undefined, 7],
      [undefined, 12],
    ]);
  });
});

const scalar = fc.oneof(fc.string({ unit: "binary" }), fc.integer(), fc.boolean(), fc.constant(null));
const object = fc.dictionary(fc.string(), fc.oneof(scalar, fc.array(scalar), fc.dictionary(fc.string(), scalar)));

test("however the bytes are cut, the pieces are the same, and every entry is the one that went in", () => {
  const indent = fc.constantFrom(0, 2, 4);
  const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(object), object, sizes, indent, (items, around, cuts, spaces) => {
      const text = JSON.stringify({ ...around, items }, null, spaces);
      const pieces = piecesOf(text, cuts);
      expect(pieces).toEqual(piecesOf(text));
      const entries = pieces.filter((piece) => piece.of === "item");
      expect(entries.map((piece) => JSON.parse(piece.text))).toEqual(JSON.parse(JSON.stringify(items)));
      for (const { line, offset, text: own } of entries) {
        expect(decode(encode(text).subarray(offset)).startsWith(own)).toBe(true);
        expect(decode(encode(text).subarray(0, offset)).split("\n").length).toBe(line);
      }
    }),
    { numRuns: 200, seed: 20_261_123 },
  );
});

test("no bytes make it throw or lose count", () => {
  const structural = fc.string({ unit: fc.constantFrom('"', "\\", "{", "}", "[", "]", ",", "\n", "items", "a") });
  fc.assert(
    fc.property(structural, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (text, cuts) => {
      expect(piecesOf(text, cuts)).toEqual(piecesOf(text));
    }),
    { numRuns: 500, seed: 20_261_123 },
  );
});
