import { expect, test } from "vitest";
import { isPortName, isPortNumber, parsePort } from "./port-name.ts";
import { isUnrendered } from "./unrendered.ts";

test("a name has at most fifteen characters, a letter among them, and single dashes inside", () => {
  expect(["http", "a", "8080-tcp", "metrics-1", "abcdefghijklmno"].filter((name) => !isPortName(name))).toEqual([]);
  const refused = ["", "HTTP", "8080", "-http", "http-", "a--b", "a_b", "abcdefghijklmnop"];
  expect(refused.filter(isPortName)).toEqual([]);
});

test("a number lies between 1 and 65535", () => {
  expect([1, 65_535].every(isPortNumber)).toBe(true);
  expect([0, -1, 65_536, 80.5, Number.NaN].some(isPortNumber)).toBe(false);
});

test("digits in quotes are a number, other text is a name", () => {
  expect([parsePort("443"), parsePort(443), parsePort("http"), parsePort(null), parsePort({})]).toEqual([
    443,
    443,
    "http",
    null,
    null,
  ]);
  expect(isUnrendered("{{ .Values.port }}")).toBe(true);
});
