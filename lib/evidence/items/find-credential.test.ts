import { expect, test } from "vitest";
import { CredentialWatch, findCredential } from "./find-credential.ts";

const base64 = (text: string) => btoa(text);

test.each([
  [
    "a kubeconfig",
    `apiVersion: v1\nkind: Config\nusers:\n- name: a\n  user:\n    client-key-data: ${base64("-----BEGIN RSA KEY")}`,
    6,
  ],
  ["a kubeconfig in JSON", `{\n "client-certificate-data": "${base64("-----BEGIN CERT")}"\n}`, 2],
  ["a token of a kubeconfig", "users:\n- user:\n    token: abcdefghijklmnop", 3],
  ["a private key", "x\n-----BEGIN EC PRIVATE KEY-----\nabc", 2],
  ["a private key in base64", `tls.key: ${base64("-----BEGIN PRIVATE KEY-----\nabc")}`, 1],
  ["a Secret", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\ndata:\n  a: aGVsbG8=", 5],
  ["a Secret as kubectl prints it", "apiVersion: v1\ndata:\n  a: aGVsbG8=\nkind: Secret", 4],
  ["a Secret in JSON", '{\n"kind": "Secret",\n"data": {\n"a": "aGVsbG8="}}', 3],
  ["a password in an address", "DB=postgres://web:hunter22@db/shop", 1],
  ["a key of AWS", "x AKIAABCDEFGHIJKLMNOP y", 1],
  ["a bearer token", "curl -H 'Authorization: Bearer abcdefghijkl' x", 1],
  ["a web token", `x ${"eyJhbGciOiJIUzI1NiJ9"}.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc`, 1],
])("%s is found in its line", (_, text, line) => {
  expect(findCredential(text)).toMatchObject({ line });
});

test.each([
  "NAMESPACE NAME READY\nkube-system token-cleaner-abc 1/1",
  "Mountable secrets:   default-token-abc12\nTokens: default-token-abc12",
  "token: [redacted]\npassword: <removed>\napi-key: ***\nsecret: present",
  "automountServiceAccountToken: false\nsecretName: web-tls\nkind: SecretProviderClass\ndata:\n  a: b",
  "kind: ConfigMap\ndata:\n  a: b\n---\nkind: Secret\nmetadata:\n  name: a",
  "client-key: /etc/kubernetes/pki/client.key",
  "-----BEGIN CERTIFICATE-----",
])("what only speaks about credentials passes: %j", (text) => {
  expect(findCredential(text)).toBeNull();
});

test("what is found never carries the value", () => {
  expect(JSON.stringify(findCredential("password: hunter22"))).not.toContain("hunter22");
});

test("E12 a line of a megabyte takes linear time", () => {
  for (const part of ["password:", "token= ", "://a:", "<<<<", ": ", "x:***", '"data": {', "LS0tLS1CRUdJTi"]) {
    const lines = [200_000, 1_000_000].map((length) => part.repeat(length / part.length));
    const [short, long] = lines.map((line) => {
      const begun = performance.now();
      const watch = new CredentialWatch();
      for (let at = 0; at < line.length; at += 65_536) watch.see(line.slice(at, at + 65_536), at > 0);
      return performance.now() - begun;
    });
    expect(long ?? 0).toBeLessThan(Math.max(1_000, (short ?? 0) * 25));
  }
});
