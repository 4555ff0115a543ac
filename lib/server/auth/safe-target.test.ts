import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownPath } from "#app/door/own-path.ts";
import { safeTarget } from "./next-auth.ts";

const BASE = "https://chartroom.example.com";
const ROOT = "https://chartroom.example.com/";

const HOSTILE = [
  "//evil.example",
  "///evil.example",
  "////evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\\/evil.example",
  "\\/evil.example",
  "https://evil.example",
  "https:evil.example",
  "http://chartroom.example.com/clusters",
  "https://chartroom.example.com.evil.example/",
  "https://chartroom.example.com@evil.example/",
  "https://chartroom.example.com:8443/",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "\tjavascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "blob:https://chartroom.example.com/x",
  "/%5cevil.example",
  "/%5Cevil.example",
  "%2f%2fevil.example",
  "/%2f%2fevil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r\n/evil.example",
  "https://evil.example\u0000.chartroom.example.com",
  "https://",
  "https://[",
  "//",
];

describe("B11 where a sign-in may lead", () => {
  test.each(["/", "/meridian-freight", "/meridian-freight/assessments?page=2", `${BASE}/account`])(
    "%s is ours",
    (url) => {
      expect(safeTarget(url, BASE)).toBe(new URL(url, BASE).href);
    },
  );

  test.each(HOSTILE.map((url) => [JSON.stringify(url), url] as const))("%s leads to our root", (_, url) => {
    expect(safeTarget(url, BASE)).toBe(ROOT);
  });

  test.each(HOSTILE.map((url) => [JSON.stringify(url), url] as const))(
    "in the address bar, %s leads to our root",
    (_, url) => {
      expect(ownPath(url)).toBe("/");
      expect(ownPath([url, "/account"])).toBe("/");
    },
  );

  test("neither ever leaves the origin", () => {
    const bit = fc.constantFrom(
      "/",
      "\\",
      "evil.example",
      ":",
      "@",
      "https",
      "javascript",
      "%2f",
      "%5c",
      "\t",
      "\n",
      "?",
      "#",
      ".",
      "a",
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 8 }), (bits) => {
        const url = bits.join("");
        expect(new URL(safeTarget(url, BASE)).origin).toBe(BASE);
        const path = ownPath(url);
        expect(path).toMatch(/^\/(?![/\\])/);
        expect(new URL(path, BASE).origin).toBe(BASE);
      }),
      { numRuns: 5_000 },
    );
  });

  test.each(["/meridian-freight/clusters?page=2&a=b", "/account"])("in the address bar, %s is ours", (path) => {
    expect(ownPath(path)).toBe(path);
  });

  test.each(["/api/auth/signout", undefined, "", "account", "/a b", "/a<script>"])(
    "in the address bar, %s leads to our root",
    (path) => {
      expect(ownPath(path)).toBe("/");
    },
  );
});
