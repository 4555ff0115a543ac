import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentString, literal } from "./literal.ts";

describe("literal text", () => {
  it("keeps markup, paths and commands as they are", () => {
    const text = "<b>**x**</b> )/JS(app.alert(1)) file:///etc/passwd [a](javascript:1)";
    expect(literal(text)).toBe(text);
  });

  it("takes control characters and turns of direction out, and makes spaces even", () => {
    expect(literal("a\u0000b\u001b[31m\u202egnp.exe\u202c\r\n\tc\u00a0\u2003d\u200b ")).toBe("ab[31mgnp.exe c d");
  });

  it("replaces lone halves of surrogate pairs and keeps whole ones", () => {
    expect(literal("\ud83d\ude00 \ud83d")).toBe("\u{1f600} \ufffd");
  });

  it("never leaves a control character, and changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = literal(text);
        expect(once).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(literal(once)).toBe(once);
      }),
    );
  });
});

describe("strings of the file's own syntax", () => {
  it("are never plain ASCII when they look like syntax", () => {
    expect(documentString("plain title")).toBe("plain title");
    for (const text of ["a )/JS(", "<x>", "a\\b", "CI/CD"]) expect(documentString(text)).toMatch(/[^ -~]/);
  });
});
