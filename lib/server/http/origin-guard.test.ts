import { describe, expect, test } from "vitest";
import { isOwnOrigin, METHODS } from "./origin-guard.ts";

const OWN = "https://chartroom.example.com";

describe("who may change something", () => {
  test("our own pages may", () => {
    expect(isOwnOrigin("POST", OWN, OWN)).toBe(true);
  });

  test.each([
    undefined,
    "",
    "null",
    "https://evil.example",
    "http://chartroom.example.com",
    `${OWN}:8443`,
    `${OWN}/`,
    `${OWN}.evil.example`,
    "https://CHARTROOM.example.com",
    `${OWN}, https://evil.example`,
  ])("an Origin of %s may not", (origin) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "post", "QUERY"])
      expect(isOwnOrigin(method, origin, OWN)).toBe(false);
  });

  test("reading needs no Origin", () => {
    for (const method of ["GET", "HEAD", "OPTIONS"])
      expect(isOwnOrigin(method, "https://evil.example", OWN)).toBe(true);
  });

  test("only these methods are known", () => {
    expect([...METHODS].sort()).toEqual(["GET", "HEAD", "OPTIONS", "POST"]);
  });
});
