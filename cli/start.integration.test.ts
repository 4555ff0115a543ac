import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(async () => database?.close());

const GOOD = {
  PATH: process.env.PATH,
  NODE_ENV: "production" as const,
  PORT: "0",
  NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
  NEXTAUTH_URL: "https://chartroom.example.com",
  CHARTROOM_KEY: randomBytes(32).toString("base64"),
};

describe("B05 npm start refuses, in one line, before it touches the database", () => {
  test.each([
    ["NEXTAUTH_SECRET", undefined],
    ["NEXTAUTH_SECRET", "secret"],
    ["NEXTAUTH_SECRET", "a".repeat(64)],
    ["CHARTROOM_KEY", undefined],
    ["CHARTROOM_KEY", Buffer.alloc(32).toString("base64")],
    ["DATABASE_URL", undefined],
    ["NEXTAUTH_URL", "the portal"],
  ])("%s as %s", (name, value) => {
    const { status, stderr, stdout } = start({ DATABASE_URL: database.ownerUrl, [name]: value });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(new RegExp(`^${name} `));
    if (value) expect(stderr).not.toContain(value);
  });

  test("an application's role that could cross the tenant's border", () => {
    const { status, stderr } = start({ DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: database.ownerUrl });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^APP_DATABASE_URL: role postgres is a superuser/);
  });
});

function start(change: Record<string, string | undefined>) {
  return spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", "cli/start.ts"], {
    encoding: "utf8",
    env: { ...GOOD, ...change },
    timeout: 60_000,
  });
}
