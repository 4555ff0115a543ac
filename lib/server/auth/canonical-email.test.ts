import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalEmail } from "./canonical-email.ts";

describe("one spelling for one mailbox", () => {
  test.each([
    ["ada@meridian.example", "ada@meridian.example"],
    ["  Ada@Meridian.EXAMPLE ", "ada@meridian.example"],
    ["ada+kubernetes@meridian.example", "ada+kubernetes@meridian.example"],
    ["o'hara@meridian.example", "o'hara@meridian.example"],
  ])("%j is %j", (typed, canonical) => {
    expect(canonicalEmail(typed)).toBe(canonical);
  });

  test.each([
    ["a fullwidth @", "ada\uff20meridian.example"],
    ["a fullwidth letter", "\uff41da@meridian.example"],
    ["a Kelvin sign", "\u212aate@meridian.example"],
    ["a dotless i", "ad\u0131n@meridian.example"],
    ["a dotted capital I", "AD\u0130N@meridian.example"],
    ["a long s", "\u017fam@meridian.example"],
    ["a composed letter", "ren\u00e9@meridian.example"],
    ["a decomposed letter", "rene\u0301@meridian.example"],
    ["a Cyrillic letter", "\u0430da@meridian.example"],
    ["a zero-width space", "ada\u200b@meridian.example"],
    ["a right-to-left mark", "\u202eada@meridian.example"],
    ["an internationalised domain", "ada@m\u00e9ridian.example"],
    ["a quoted local part", '"a@evil.example"@meridian.example'],
    ["a quoted space", '"ada marsh"@meridian.example'],
    ["two @", "ada@evil.example@meridian.example"],
    ["a comment", "ada(x)@meridian.example"],
    ["a display name", "Ada <ada@meridian.example>"],
    ["two addresses", "ada@meridian.example,eve@evil.example"],
    ["a line break", "ada@meridian.example\nbcc:eve@evil.example"],
    ["an encoded line break's letters", "ada@meridian.example\r\n"],
    ["a NUL", "ada\u0000@meridian.example"],
    ["a percent hack", "ada%evil.example@"],
    ["a route", "@evil.example:ada@meridian.example"],
    ["no local part", "@meridian.example"],
    ["no domain", "ada@"],
    ["two dots", "ada..marsh@meridian.example"],
    ["a leading dot", ".ada@meridian.example"],
    ["an address literal", "ada@[127.0.0.1]"],
    ["255 characters", `${"a".repeat(239)}@meridian.exampl`],
    ["nothing", ""],
  ])("%s is refused", (_, typed) => {
    expect(canonicalEmail(typed) === null || canonicalEmail(typed) === "ada@meridian.example").toBe(true);
    if (typed.trim() === typed) expect(canonicalEmail(typed)).toBeNull();
  });

  test("what is canonical stays as it is, and is plain ASCII in lower case with one @", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.string({ unit: "grapheme" }),
          fc.emailAddress().map((email) => email.toUpperCase()),
        ),
        (typed) => {
          const canonical = canonicalEmail(typed);
          if (canonical === null) return;
          expect(canonicalEmail(canonical)).toBe(canonical);
          expect(canonicalEmail(canonical.toUpperCase())).toBe(canonical);
          expect(canonical).toMatch(/^[\u0021-\u007e]+$/);
          expect(canonical.split("@")).toHaveLength(2);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
