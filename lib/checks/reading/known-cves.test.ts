import { expect, test } from "vitest";
import { cvesOf, KNOWN_CVES, type KnownCve, NEWEST_KNOWN } from "./known-cves.ts";

const ids = (...asked: Parameters<typeof cvesOf>) => {
  const cves = cvesOf(...asked);
  return Array.isArray(cves) ? cves.map(({ id }: KnownCve) => id) : cves;
};

test("a fix counts for its own minor, and for all that come after the last", () => {
  expect(ids("kubelet", "v1.29.6")).toContain("CVE-2024-10220");
  expect(ids("kubelet", "v1.29.7-eks-036c24b")).not.toContain("CVE-2024-10220");
  expect(ids("kubelet", "v1.27.16")).toContain("CVE-2024-10220");
  expect(ids("kubelet", "v1.33.0")).toEqual([]);
  expect(ids("kube-apiserver", "v1.9.11")).toContain("CVE-2018-1002105");
  expect(ids("kube-controller-manager", "v1.33.20")).toEqual(["CVE-2026-2270"]);
  expect(ids("ingress-nginx", "v1.12.0")).toContain("CVE-2025-1974");
  expect(ids("ingress-nginx", "v1.12.1")).not.toContain("CVE-2025-1974");
  expect(ids("ingress-nginx", "v1.15.1")).toEqual([]);
  expect(ids("ingress-nginx", "0.49.0")).toContain("CVE-2021-25742");
});

test("a flaw that came with a patch release spares the patches before it", () => {
  expect(ids("containerd", "1.7.26")).not.toContain("CVE-2026-46680");
  expect(ids("containerd", "1.7.27")).toContain("CVE-2026-46680");
  expect(ids("containerd", "1.7.35")).toEqual([]);
  expect(ids("cri-o", "1.29.3")).not.toContain("CVE-2024-5154");
  expect(ids("cri-o", "1.29.4")).toContain("CVE-2024-5154");
});

test("flaws of Windows are those of Windows nodes, and older minors than the first are free of it", () => {
  expect(ids("kubelet", "v1.28.0", true)).toContain("CVE-2023-5528");
  expect(ids("kubelet", "v1.28.0")).not.toContain("CVE-2023-5528");
  expect(ids("cri-o", "1.18.4")).not.toContain("CVE-2022-0811");
  expect(ids("cri-o", "1.23.1")).toContain("CVE-2022-0811");
});

test("what is no version has no answer, and a newer minor than the tables know none either", () => {
  for (const text of ["", "latest", "v1", "1.2.3.4"]) expect(cvesOf("kubelet", text)).toBeNull();
  expect(cvesOf("kubelet", "v1.38.0")).toBe("newer");
  expect(cvesOf("containerd", "3.0.0")).toBe("newer");
});

const numberOf = (version: string) => version.split(".").reduce((sum, part) => sum * 10_000 + Number(part), 0);

test("every flaw stands once, in its place, with its source", () => {
  for (const { id, source, gives } of KNOWN_CVES) {
    expect(id).toMatch(/^CVE-20\d\d-\d{4,}$/);
    expect(source).toMatch(/^https:\/\/github\.com\/[\w./-]+\/(issues\/\d+|GHSA(-\w{4}){3})$/);
    expect(gives).toMatch(/^[a-z].*[^.]$/i);
  }
  expect(new Set(KNOWN_CVES.map(({ id }) => id)).size).toBe(KNOWN_CVES.length);
  const ages = KNOWN_CVES.map(({ id }) => id.split("-").slice(1).map(Number));
  // Three tables follow each other, each by age: the order breaks twice.
  const breaks = ages.filter(([year = 0, number = 0], at) => {
    const [before = 0, last = 0] = ages[at - 1] ?? [];
    return year < before || (year === before && number < last);
  });
  expect(breaks).toHaveLength(2);
});

test.each(KNOWN_CVES)("the versions of $id are ranges that ascend and do not meet", ({ affected, component }) => {
  expect(affected.length).toBeGreaterThan(0);
  const bounds = affected.flat();
  for (const version of bounds) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const numbers = bounds.map(numberOf);
  expect(numbers).toEqual([...new Set(numbers)].sort((left, right) => left - right));
  const newest = numberOf(`${NEWEST_KNOWN[component]}.9999`);
  expect(numbers.at(-1)).toBeLessThanOrEqual(newest);
});

test.each(KNOWN_CVES)("a version with the fix of $id is free of it, the patch before is not", (cve) => {
  for (const [from, fixed] of cve.affected) {
    expect(ids(cve.component, fixed, true)).not.toContain(cve.id);
    expect(ids(cve.component, from, true)).toContain(cve.id);
    const [major, minor, patch = 0] = fixed.split(".").map(Number);
    if (patch > 0) expect(ids(cve.component, `${major}.${minor}.${patch - 1}`, true)).toContain(cve.id);
  }
});
