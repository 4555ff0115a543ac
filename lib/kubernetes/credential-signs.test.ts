import { expect, test } from "vitest";
import { credentialInValue, isNoCredential, namesCredential } from "./credential-signs.ts";
import { redactObject } from "./redact-object.ts";

test.each([
  "DB_PASSWORD",
  "password",
  "MYSQL_ROOT_PASS",
  "AWS_SECRET_ACCESS_KEY",
  "apiKey",
  "adminApiToken",
  "GITHUB_TOKEN",
  "clientSecret",
  "STORAGE_ACCOUNT_KEY",
  "DB_PASSWORD_2",
  "pwd",
])("%s holds a credential", (name) => {
  expect(namesCredential(name)).toBe(true);
});

test.each([
  "PASSWORD_FILE",
  "SECRET_NAME",
  "TOKEN_TTL",
  "MAX_TOKENS",
  "AWS_ACCESS_KEY_ID",
  "SORT_KEY",
  "JWT_PUBLIC_KEY",
  "PASS_THROUGH_MODE",
  "COMPASS",
  "KEYBOARD",
  "TOKENIZER",
  "OAUTH_TOKEN_URL",
  "",
])("%s only speaks about one, or of something else", (name) => {
  expect(namesCredential(name)).toBe(false);
});

test.each([
  "postgres://web:correct-horse@db.shop/shop",
  "-----BEGIN OPENSSH PRIVATE KEY-----\nabc",
  "AKIAIOSFODNN7EXAMPLE",
  "ghp_0123456789abcdefghij0123456789abcdef",
  "Bearer abc123def",
])("%s is a credential by its look", (value) => {
  expect(credentialInValue(value)).not.toBeNull();
});

test.each([
  "hello",
  "https://shop.example/a:b@c",
  "postgres://web:$(DB_PASSWORD)@db/shop",
  "postgres://db.shop:5432/shop",
  "AKIA",
  "basic",
])("%s is none by its look", (value) => {
  expect(credentialInValue(value)).toBeNull();
});

test.each(["", " ", "$(OTHER)", "/run/secrets/db", "vault:secret/data/db#password", "true", "{{ .Values.password }}"])(
  "%s points to a credential at most",
  (value) => {
    expect(isNoCredential(value)).toBe(true);
  },
);

test("a word of anybody's choosing may be a password", () => {
  for (const value of ["hunter2", "123456", "changeme", "<password>"]) expect(isNoCredential(value)).toBe(false);
});

test.each([
  ["MYSQL_ROOT_PASS", "hunter2"],
  ["STORAGE_ACCOUNT_KEY", "q1w2e3r4"],
  ["adminApiKey", "q1w2e3r4"],
  ["db_pwd", "hunter2"],
  ["AUTHORIZATION", "Bearer abc123def"],
  ["DATABASE_URL", "postgres://web:correct-horse@db.shop/shop"],
])("what counts as a credential is removed when collected: %s", (name, value) => {
  const spec = { containers: [{ name: "web", env: [{ name, value }] }] };
  const redacted = redactObject({ apiVersion: "v1", kind: "Pod", metadata: { name: "web" }, spec });
  for (const secret of ["hunter2", "q1w2e3r4", "abc123def", "correct-horse"])
    expect(JSON.stringify(redacted)).not.toContain(secret);
});
