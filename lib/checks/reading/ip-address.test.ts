import { expect, test } from "vitest";
import { isAddress, isPublicAddress } from "./ip-address.ts";

test.each(["8.8.8.8", "203.0.113.10", "172.32.0.1", "100.128.0.1", "2a01:4f8::1", "::ffff:8.8.8.8"])(
  "%s is public",
  (address) => expect(isPublicAddress(address)).toBe(true),
);

test.each([
  "10.0.0.1",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "100.64.0.1",
  "127.0.0.1",
  "169.254.169.254",
  "0.0.0.0",
  "255.255.255.255",
  "999.1.1.1",
  "fd00::1",
  "fe80::1",
  "::1",
  "::ffff:10.0.0.1",
  "node.example",
  "",
  7,
  null,
])("%s is not", (address) => expect(isPublicAddress(address)).toBe(false));

test("a name is no address", () => {
  expect(isAddress("10.0.0.1")).toBe(true);
  expect(isAddress("lb.example")).toBe(false);
});
