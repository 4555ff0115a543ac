import { expect, test, vi } from "vitest";

vi.mock("server-only", () => ({}));
const { beginRun, cancelRunOf, progressOfRun } = await import("./planning-runs.ts");

test("a run is seen and stopped by its own organization, once, and gone when it has ended", () => {
  const run = beginRun("a", "home");
  expect(progressOfRun("a", "home")).toBeNull();
  run.onProgress({ objective: 10, bound: 12, seconds: 0.5 });
  expect(progressOfRun("a", "home")).toEqual({ objective: 10, bound: 12, seconds: 0.5 });
  expect(progressOfRun("a", "away")).toBeNull();
  expect(cancelRunOf("a", "away")).toBe(false);
  expect(run.signal.aborted).toBe(false);
  expect(() => beginRun("a", "away")).toThrow("This is being planned already.");
  expect(cancelRunOf("a", "home")).toBe(true);
  expect(run.signal.reason).toMatchObject({ message: "Planning was cancelled." });
  run.end();
  expect(cancelRunOf("a", "home")).toBe(false);
});
