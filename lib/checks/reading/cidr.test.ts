import fc from "fast-check";
import { expect, test } from "vitest";
import { cidrContains } from "./cidr.ts";

const address = fc.ipV4();

test("every address lies in the whole internet and in itself", () => {
  fc.assert(
    fc.property(
      address,
      (one) => cidrContains("0.0.0.0/0", one) && cidrContains(`${one}/32`, one) && cidrContains(one, one),
    ),
  );
});

test("a block holds each address whose first bits are its own, and no other", () => {
  fc.assert(
    fc.property(address, address, fc.integer({ min: 0, max: 32 }), (one, other, bits) => {
      const prefix = (text: string) =>
        text
          .split(".")
          .map((part) => Number(part).toString(2).padStart(8, "0"))
          .join("")
          .slice(0, bits);
      return cidrContains(`${one}/${bits}`, other) === (prefix(one) === prefix(other));
    }),
  );
});

test("what is no block contains nothing", () => {
  for (const text of ["", "10.0.0.0/33", "10.0.0", "::/0", "shop.example", 10, null, undefined])
    expect(cidrContains(text, "10.0.0.1")).toBe(false);
});
