import fc from "fast-check";
import { expect, test } from "vitest";
import { normalizeNodePath } from "./mounted-host-path.ts";
import { whatPathGivesAway } from "./sensitive-node-paths.ts";

test.each([
  "/",
  "/etc",
  "/etc/kubernetes/pki",
  "/var",
  "/var/lib",
  "/var/lib/kubelet/pods",
  "/proc/1",
  "/dev",
  "/dev/sda1",
  "/home/ann",
  "/srv/deploy/.aws/credentials",
  "c:",
  "c:/windows/system32",
])("%s gives the node away, read-only too", (path) => {
  expect(whatPathGivesAway(path, true)).not.toBeNull();
});

test.each([
  "/data",
  "/mnt/disks/ssd0",
  "/var/log",
  "/var/lib/postgresql",
  "/dev/fuse",
  "/etcetera",
  "/opt/app",
  "/tmp",
  "/home/ann/site",
  "/var/lib/rancher/k3s/storage/pvc-1",
  "d:/data",
])("%s does not", (path) => {
  expect(whatPathGivesAway(path, false)).toBeNull();
});

test.each(["/etc/localtime", "/etc/ssl/certs", "/usr/share/zoneinfo", "/lib/modules"])(
  "%s is harmless to read only",
  (path) => {
    expect(whatPathGivesAway(path, true)).toBeNull();
    expect(whatPathGivesAway(path, false)).not.toBeNull();
  },
);

test.each([
  ["/etc/", "/etc"],
  ["//etc//kubernetes/.", "/etc/kubernetes"],
  ["/mnt/../etc", "/etc"],
  ["/../..", "/"],
  ["C:\\Windows\\", "c:/windows"],
])("%s is written as %s", (given, written) => {
  expect(normalizeNodePath(given)).toBe(written);
});

test("writing a path otherwise changes nothing", () => {
  const part = fc.stringMatching(/^[a-z][a-z0-9.-]{0,6}$/).filter((name) => name !== ".." && name !== ".");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const plain = `/${parts.join("/")}`;
      expect(normalizeNodePath(`/./${parts.join("//")}/x/../`)).toBe(plain);
      expect(normalizeNodePath(normalizeNodePath(plain))).toBe(normalizeNodePath(plain));
    }),
  );
});
