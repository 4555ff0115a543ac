import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readEnvironment } from "./env.ts";

const GOOD = {
  DATABASE_URL: "postgresql://owner:x@localhost/chartroom",
  APP_DATABASE_URL: "postgresql://chartroom_app:x@localhost/chartroom",
  NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
  NEXTAUTH_URL: "https://chartroom.example.com",
  CHARTROOM_KEY: randomBytes(32).toString("base64"),
};

const ROOM = { CHARTROOM_EVIDENCE_MIB_PER_ASSESSMENT: 500, CHARTROOM_EVIDENCE_MIB_PER_ORGANIZATION: 5_000 };

/** The one line that the start would print. */
function complaint(change: Record<string, string | undefined>): string {
  try {
    readEnvironment({ ...GOOD, ...change });
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

describe("B05 the start refuses weak and missing secrets", () => {
  test("a whole environment is taken as it is", () => {
    expect(readEnvironment({ ...GOOD, HOME: "/root" })).toEqual({ ...GOOD, ...ROOM });
  });

  test("room for evidence is told in whole MiB, and something else is named", () => {
    expect(readEnvironment({ ...GOOD, CHARTROOM_EVIDENCE_MIB_PER_ASSESSMENT: "20" })).toMatchObject({
      CHARTROOM_EVIDENCE_MIB_PER_ASSESSMENT: 20,
    });
    for (const wrong of ["", "0", "1.5", "-3", "1000001", "5 GB"])
      expect(complaint({ CHARTROOM_EVIDENCE_MIB_PER_ORGANIZATION: wrong })).toBe(
        "CHARTROOM_EVIDENCE_MIB_PER_ORGANIZATION must be a whole number of MiB from 1 to 1000000",
      );
  });

  test.each(Object.keys(GOOD))("%s missing is named", (name) => {
    expect(complaint({ [name]: undefined })).toBe(`${name} is missing`);
  });

  test.each(Object.keys(GOOD))("%s empty is named", (name) => {
    expect(complaint({ [name]: "" })).toMatch(new RegExp(`^${name} `));
  });

  test.each([
    ["NEXTAUTH_SECRET", "secret"],
    ["NEXTAUTH_SECRET", "changeme-changeme-changeme-12345"],
    ["NEXTAUTH_SECRET", "a".repeat(64)],
    ["NEXTAUTH_SECRET", "abababababababababababababababababab"],
    ["NEXTAUTH_SECRET", " ".repeat(40)],
    ["CHARTROOM_KEY", "secret"],
    ["CHARTROOM_KEY", Buffer.alloc(32).toString("base64")],
    ["CHARTROOM_KEY", Buffer.alloc(32, "ab").toString("base64")],
    ["CHARTROOM_KEY", randomBytes(31).toString("base64")],
    ["CHARTROOM_KEY", randomBytes(33).toString("base64")],
    ["CHARTROOM_KEY", randomBytes(32).toString("hex")],
    ["NEXTAUTH_URL", "the portal"],
    ["NEXTAUTH_URL", "javascript:alert(1)"],
    ["NEXTAUTH_URL", "file:///etc/passwd"],
    ["DATABASE_URL", "mysql://localhost/chartroom"],
    ["APP_DATABASE_URL", "http://localhost"],
  ])("a weak %s is named, and its value is not printed (%#)", (name, value) => {
    const said = complaint({ [name]: value });
    expect(said).toMatch(new RegExp(`^${name} `));
    expect(said).not.toContain("\n");
    expect(said.includes(value)).toBe(false);
  });
});
