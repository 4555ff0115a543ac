import { describe, expect, test } from "vitest";
import { bodyLimit, isUpload, UPLOAD_LIMIT } from "./size-guard.ts";

const CLUSTER = "0b8f9a52-2f3e-4c58-a6c1-0c6a2f6b9c11";

describe("how much a request may bring", () => {
  test("a snapshot may weigh half a GiB", () => {
    expect(bodyLimit(`/meridian-freight/clusters/${CLUSTER}/snapshots`)).toBe(UPLOAD_LIMIT);
    expect(UPLOAD_LIMIT).toBe(536_870_912);
  });

  test("a file of evidence may weigh 25 MiB", () => {
    expect(bodyLimit(`/meridian-freight/assessments/${CLUSTER}/evidence/files`)).toBe(26_214_400);
    expect(isUpload(`/meridian-freight/assessments/${CLUSTER}/evidence/files`)).toBe(true);
    expect(isUpload(`/meridian-freight/assessments/${CLUSTER}/evidence/files/x`)).toBe(false);
  });

  test("a questionnaire may weigh 4 MiB", () => {
    expect(bodyLimit(`/meridian-freight/assessments/${CLUSTER}/exchange/compare`)).toBe(4_194_304);
    expect(bodyLimit(`/meridian-freight/assessments/${CLUSTER}/exchange`)).toBe(921_600);
  });

  test("an endpoint of the API may bring 64 KiB", () => {
    expect(bodyLimit("/api/auth/callback/credentials")).toBe(65_536);
  });

  test.each([
    "/",
    "/sign-in",
    `/meridian-freight/clusters/${CLUSTER}`,
    `/meridian-freight/clusters/${CLUSTER}/snapshots/x`,
    `/x/y/clusters/${CLUSTER}/snapshots`,
    "/meridian-freight/clusters/all/snapshots",
  ])("%s may bring what a form weighs", (path) => {
    expect(bodyLimit(path)).toBe(921_600);
  });
});
