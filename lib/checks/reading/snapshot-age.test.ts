import { expect, test } from "vitest";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import { ageInWords, hoursBefore } from "./snapshot-age.ts";

const index = buildClusterIndex([], { observedAt: "2026-03-02T00:00:00Z" });

test("counts the hours up to the taking of the snapshot", () => {
  expect(hoursBefore(index, "2026-03-01T12:00:00Z")).toBe(12);
  expect(hoursBefore(index, "2026-03-03T12:00:00Z")).toBe(0);
  expect(hoursBefore(index, "2026-03-01T12:30:00+02:00")).toBe(13.5);
});

test("knows no age without a clock or a time", () => {
  expect(hoursBefore(buildClusterIndex([]), "2026-03-01T12:00:00Z")).toBeNull();
  for (const time of ["soon", null, 7, {}, undefined]) expect(hoursBefore(index, time)).toBeNull();
});

test.each([
  [0.5, "30 minutes"],
  [26, "26 hours"],
  [100, "4 days"],
])("%d hours are %s", (hours, words) => expect(ageInWords(hours)).toBe(words));
