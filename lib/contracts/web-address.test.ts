import { expect, test } from "vitest";
import { hostOf, isWebAddress } from "./web-address.ts";

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "https://user:pass@wiki.example/",
  "https://user@wiki.example/",
  "//wiki.example",
  "/relative",
  "wiki.example/page",
  "blob:https://wiki.example/1",
  "ftp://wiki.example/",
  "",
])("F04 %s is no link", (value) => {
  expect(isWebAddress(value)).toBe(false);
  expect(hostOf(value)).toBe("");
});

test("a link shows its host, in letters that cannot be mistaken", () => {
  expect(hostOf("https://wiki.example:8443/page?x=1#y")).toBe("wiki.example:8443");
  expect(hostOf("https://wіki.example/")).toMatch(/^xn--/);
});
