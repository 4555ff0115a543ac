import { describe, expect, test } from "vitest";
import { compareReleases, endedRuntime, endedSystem, RUNTIMES, SYSTEMS } from "./node-software.ts";

test.each([
  ["containerd://1.6.8-k3s1", "2025-08-23"],
  ["containerd://1.7.27", "2026-09-30"],
  ["containerd://2.0.7", "2027-03-31"],
  ["containerd://2.3.1", "2028-04-30"],
  ["containerd://2.4.0", null],
  ["containerd://0.2.9", "2018-12-05"],
  ["docker://1.13.1", "2019-08-22"],
  ["docker://20.10.17", "2023-12-10"],
  ["docker://19.3.13", "2021-01-08"],
  ["docker://26.1.4", "2025-02-17"],
  ["docker://28.1.0", null],
  ["cri-o://1.24.1", "2023-07-28"],
])("the runtime %s ended on %s", (version, since) => {
  const ended = endedRuntime(version);
  expect(ended === null ? null : ended?.since).toBe(since);
});

test.each([
  ["Ubuntu 18.04.6 LTS", "2023-05-31"],
  ["Ubuntu 20.04.6 LTS", "2025-05-31"],
  ["Ubuntu 24.04.1 LTS", "2029-05-31"],
  ["Debian GNU/Linux 10 (buster)", "2024-06-30"],
  ["Debian GNU/Linux 13 (trixie)", "2030-06-30"],
  ["CentOS Linux 7 (Core)", "2024-06-30"],
  ["Red Hat Enterprise Linux Server 7.9 (Maipo)", "2024-06-30"],
  ["Red Hat Enterprise Linux CoreOS 417.94.202411261619-0", null],
  ["Amazon Linux 2", "2026-06-30"],
  ["Amazon Linux 2023.6.20250303", "2029-06-30"],
  ["Alpine Linux v3.9", "2021-05-01"],
  ["Fedora CoreOS 42.20250901.3.0", "2026-05-13"],
  ["openSUSE Leap 42.3", "2019-07-01"],
  ["openSUSE Leap 15.6", "2026-04-30"],
  ["SUSE Linux Enterprise Server 15 SP5", "2024-12-31"],
  ["Windows Server, version 20H2", "2022-08-09"],
  ["Windows Server 2022 Datacenter", "2031-10-14"],
  ["Container Linux by CoreOS 2303.3.0 (Rhyolite)", "2020-05-26"],
  ["Bottlerocket OS 1.36.0 (aws-k8s-1.32)", null],
  ["Container-Optimized OS from Google", null],
])("the system %s ended on %s", (image, since) => {
  const ended = endedSystem(image);
  expect(ended === null ? null : ended?.since).toBe(since);
});

test.each([
  "rkt://1.0",
  "",
  "containerd://Unknown",
  "containerd://2.9.0",
  "containerd://3.0.0",
  "docker://31.0.0",
  "cri-o://1.99.0",
])("the end of the runtime %j is unknown, not alive", (version) => expect(endedRuntime(version)).toBeUndefined());

test.each([
  "Fancy OS 3",
  "Ubuntu 28.04 LTS",
  "Debian GNU/Linux trixie/sid",
  "CBL-Mariner/Linux",
  "Fedora Linux 50",
  "SUSE Linux Enterprise Server 15 SP9",
  "Windows Server Datacenter",
])("the end of the system %j is unknown, not alive", (image) => expect(endedSystem(image)).toBeUndefined());

test("releases are ordered by number", () => {
  const releases = ["15 SP1", "10", "15", "9", "15 SP10", "9.2", "15 SP2"];
  expect(releases.toSorted(compareReleases)).toEqual(["9", "9.2", "10", "15", "15 SP1", "15 SP2", "15 SP10"]);
});

describe.each([...RUNTIMES, ...SYSTEMS])("$name", ({ reads, source, ends }) => {
  const rows = ends ?? [];

  test("says where its dates are from, and keeps no state between two looks", () => {
    expect(source).toMatch(/^https:\/\/\S+\.\S+\//);
    expect(reads.flags).toBe("");
    expect(reads.source.startsWith("^")).toBe(true);
  });

  test("has each release once, oldest first, each with a day", () => {
    const releases = rows.map(([release]) => release);
    expect(releases).toEqual(releases.toSorted(compareReleases));
    expect(new Set(releases).size).toBe(releases.length);
    for (const [, end] of rows) if (end !== null) expect(new Date(end).toISOString().slice(0, 10)).toBe(end);
    expect(ends).not.toEqual([]);
  });
});

test("no product is in the tables twice", () => {
  const names = [...RUNTIMES, ...SYSTEMS].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
