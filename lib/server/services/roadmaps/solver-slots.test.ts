import { expect, test, vi } from "vitest";
import { inSlot } from "./solver-slots.ts";

vi.mock("server-only", () => ({}));

test("two run at once, the others in their order, and one organization cannot fill the line", async () => {
  const ends: (() => void)[] = [];
  const begun: string[] = [];
  const run = (organization: string, name: string) =>
    inSlot(organization, () => {
      begun.push(name);
      return new Promise<void>((end) => ends.push(end));
    });
  const all = Array.from({ length: 14 }, (_, at) => run("one", `one ${at}`));
  await Promise.resolve();
  expect(begun).toEqual(["one 0", "one 1"]);
  await expect(run("one", "too many")).rejects.toMatchObject({ code: "too-many-attempts" });
  const other = run("two", "two 0");
  for (let at = 0; at < 15; at++) {
    await vi.waitFor(() => expect(ends.length).toBeGreaterThan(at));
    ends[at]?.();
  }
  await Promise.all([...all, other]);
  expect(begun).toHaveLength(15);
  expect(begun.at(-1)).toBe("two 0");
});

test("one that fails gives its slot back", async () => {
  for (let at = 0; at < 5; at++)
    await expect(inSlot("one", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await inSlot("one", async () => "ran")).toBe("ran");
});
