import { expect, test } from "vitest";
import { heapFor } from "./heap.ts";

const GIB = 1024 ** 3;

test.each([
  ["a small input runs where it is", 0.1 * GIB, 4 * GIB, 24 * GIB, null],
  ["a large one takes three quarters of the machine", 6 * GIB, 4 * GIB, 24 * GIB, 18 * 1024],
  ["one that has them already is not run again", 6 * GIB, 18 * GIB, 24 * GIB, null],
  ["a small machine has no more to give", 6 * GIB, 4 * GIB, 4 * GIB, null],
])("%s", (_, bytes, limit, machine, heap) => {
  expect(heapFor(bytes, limit, machine)).toBe(heap);
});
