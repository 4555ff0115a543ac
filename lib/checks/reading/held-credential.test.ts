import { expect, test } from "vitest";
import { redactText } from "#lib/kubernetes/redact-text.ts";
import { REDACTED_CREDENTIAL } from "#lib/kubernetes/redaction.ts";
import { credentialHeldBy, credentialWithin } from "./held-credential.ts";

const VARIABLE = "$" + "{REDIS_PASSWORD}";
const KEY = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----";

test.each([
  ["db_password", "correct-horse", "a credential"],
  ["db_password", REDACTED_CREDENTIAL, "a credential (its value was removed)"],
  ["settings", "postgres://app:[redacted]@db/shop", "a credential (its value was removed)"],
  ["tls.key", KEY, "a private key"],
  ["db_password", "/run/secrets/password", null],
  ["db_password", "", null],
  ["sentry-dsn", REDACTED_CREDENTIAL, null],
  ["greeting", "hello", null],
])("%s: %s", (name, value, held) => {
  expect(credentialHeldBy(name, value)).toBe(held);
});

// Whether a text comes as it was written or as collecting left it, the answer is the same.
test.each([
  ["REDIS_PASSWORD=abcd1234\nMODE=fast", "REDIS_PASSWORD"],
  ['{"client_secret": "abcd1234"}', "client_secret"],
  [`key: |\n${KEY}\n${"#".repeat(5000)}`, ""],
  ["REDIS_PASSWORD=\nMODE=fast", null],
  [`REDIS_PASSWORD=${VARIABLE}`, null],
  ["export DB_PASSWORD=$(cat /run/secrets/password)", null],
  ["password_file: /etc/app/password", null],
  ['sum(kube_secret_info{secret=~"web.*"})', null],
  ["nothing of the kind", null],
])("within %j", (text, name) => {
  expect(credentialWithin(text)).toBe(name);
  expect(credentialWithin(redactText(text))).toBe(name);
});
