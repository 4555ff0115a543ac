import { expect, test } from "vitest";
import { endedRuntime, endedSystem } from "./node-software.ts";

test.each([
  ["containerd://1.6.8-k3s1", "2025-08-23"],
  ["containerd://1.7.27", "2026-09-30"],
  ["containerd://2.3.1", null],
  ["docker://20.10.17", "2023-12-10"],
  ["docker://19.3.13", "2021-01-08"],
  ["docker://28.1.0", null],
  ["cri-o://1.24.1", "2023-07-28"],
  ["cri-o://1.99.0", null],
  ["containerd://Unknown", null],
])("the runtime %s ended on %s", (version, since) => expect(endedRuntime(version)?.since ?? null).toBe(since));

test.each([
  ["Ubuntu 18.04.6 LTS", "2023-05-31"],
  ["Ubuntu 20.04.6 LTS", "2025-05-31"],
  ["Ubuntu 24.04.1 LTS", null],
  ["Debian GNU/Linux 10 (buster)", "2024-06-30"],
  ["Debian GNU/Linux 13 (trixie)", null],
  ["CentOS Linux 7 (Core)", "2024-06-30"],
  ["Amazon Linux 2", "2026-06-30"],
  ["Amazon Linux 2023.6.20250303", null],
  ["Bottlerocket OS 1.36.0 (aws-k8s-1.32)", null],
  ["Container-Optimized OS from Google", null],
  ["Windows Server 2022 Datacenter", null],
])("the system %s ended on %s", (image, since) => expect(endedSystem(image)?.since ?? null).toBe(since));

test("what the tables do not know is unknown, not alive", () => {
  expect(endedSystem("Fancy OS 3")).toBeUndefined();
  expect(endedRuntime("rkt://1.0")).toBeUndefined();
  expect(endedRuntime("")).toBeUndefined();
});
