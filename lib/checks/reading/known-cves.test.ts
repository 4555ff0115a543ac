import { expect, test } from "vitest";
import { cvesOf, KNOWN_CVES } from "./known-cves.ts";

const ids = (...asked: Parameters<typeof cvesOf>) => cvesOf(...asked)?.map(({ id }) => id);

test("a fix counts for its own minor, and for all that come after the last", () => {
  expect(ids("kubelet", "v1.29.6")).toEqual(["CVE-2024-10220"]);
  expect(ids("kubelet", "v1.29.7-eks-036c24b")).toEqual([]);
  expect(ids("kubelet", "v1.31.0")).toEqual([]);
  expect(ids("kubelet", "v1.27.16")).toEqual(["CVE-2024-10220"]);
  expect(ids("kube-apiserver", "v1.9.11")).toContain("CVE-2018-1002105");
  expect(ids("ingress-nginx", "v1.12.0")).toContain("CVE-2025-1974");
  expect(ids("ingress-nginx", "v1.12.1")).not.toContain("CVE-2025-1974");
  expect(ids("ingress-nginx", "0.49.0")).toContain("CVE-2021-25742");
});

test("flaws of Windows are those of Windows nodes, and older minors than the first are free of it", () => {
  expect(ids("kubelet", "v1.28.0", true)).toContain("CVE-2023-5528");
  expect(ids("kubelet", "v1.28.0")).not.toContain("CVE-2023-5528");
  expect(ids("cri-o", "1.18.4")).toEqual([]);
  expect(ids("cri-o", "1.23.1")).toEqual(["CVE-2022-0811"]);
});

test("what is no version has no answer", () => {
  for (const text of ["", "latest", "v1", "1.2.3.4"]) expect(cvesOf("kubelet", text)).toBeNull();
});

test("every entry is well formed and stands once", () => {
  for (const { id, fixed } of KNOWN_CVES) {
    expect(id).toMatch(/^CVE-20\d\d-\d{4,}$/);
    expect(fixed.length).toBeGreaterThan(0);
    for (const version of fixed) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
  expect(new Set(KNOWN_CVES.map(({ id }) => id)).size).toBe(KNOWN_CVES.length);
});
