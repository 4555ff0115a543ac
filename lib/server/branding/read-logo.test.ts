import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jpegOf, pngOf } from "./logo.fixture.ts";
import { LOGO_LIMIT, readLogo } from "./read-logo.ts";

describe("an uploaded logo", () => {
  test("is a PNG or a JPEG by its content, with its size", () => {
    expect(readLogo(pngOf({ width: 300, height: 90 }))).toEqual({ type: "image/png", width: 300, height: 90 });
    expect(readLogo(jpegOf({ width: 300, height: 90 }))).toEqual({ type: "image/jpeg", width: 300, height: 90 });
  });

  test("anything else is refused, with what to do", () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expect(readLogo(svg)).toMatch(/neither a PNG nor a JPEG/);
    expect(readLogo(Buffer.alloc(0))).toMatch(/neither/);
    expect(readLogo(Buffer.alloc(LOGO_LIMIT + 1))).toMatch(/at most 256/);
    expect(readLogo(pngOf({ width: 2_001, height: 2 }))).toMatch(/at most 2000 x 1000/);
    expect(readLogo(jpegOf({ width: 9_000, height: 9_000 }))).toMatch(/at most 2000 x 1000/);
    expect(readLogo(pngOf({ interlaced: true }))).toMatch(/without interlacing/);
    expect(readLogo(jpegOf({ channels: 4 }))).toMatch(/CMYK/);
  });

  test("F04 a bomb is not unpacked: more pixels than its head announces, or fewer", () => {
    expect(readLogo(pngOf({ width: 1_900, height: 900, announced: { width: 10, height: 10 } }))).toMatch(/broken/);
    expect(readLogo(pngOf({ announced: { width: 2_000, height: 1_000 } }))).toMatch(/broken/);
  });

  test("cut or changed anywhere it is read or refused, and never throws", () => {
    const logos = [pngOf(), jpegOf()];
    fc.assert(
      fc.property(fc.constantFrom(...logos), fc.nat(400), fc.nat(255), fc.nat(400), (logo, at, value, cut) => {
        const bytes = Buffer.from(logo.subarray(0, Math.max(0, logo.length - cut)));
        if (at < bytes.length) bytes[at] = value;
        const read = readLogo(bytes);
        expect(typeof read === "string" || (read.width > 0 && read.height > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
