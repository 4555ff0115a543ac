import fc from "fast-check";
import { expect, test } from "vitest";
import { ENTRY_KINDS, stateOfThread, type ThreadEntry } from "./thread.ts";

const said = (...kinds: (ThreadEntry["kind"] | "withdrawn")[]) =>
  stateOfThread(
    kinds.map((kind, at) => ({
      number: at + 1,
      kind: kind === "withdrawn" ? "comment" : kind,
      withdrawn: kind === "withdrawn",
    })),
  );

test("a thread opens with a comment, is resolved and opened again, by hand or by a late comment", () => {
  expect(said()).toEqual({ state: "none", comments: 0 });
  expect(said("comment")).toEqual({ state: "open", comments: 1 });
  expect(said("comment", "comment", "resolved")).toEqual({ state: "resolved", comments: 2 });
  expect(said("comment", "resolved", "reopened").state).toBe("open");
  expect(said("comment", "resolved", "comment")).toEqual({ state: "open", comments: 2 });
});

test("what was withdrawn was not said", () => {
  expect(said("withdrawn")).toEqual({ state: "none", comments: 0 });
  expect(said("comment", "resolved", "withdrawn")).toEqual({ state: "resolved", comments: 1 });
});

test("withdrawing every comment leaves nothing, whatever else happened", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ENTRY_KINDS)), (kinds) => {
      expect(said(...kinds.map((kind) => (kind === "comment" ? "withdrawn" : kind))).state).toBe("none");
    }),
  );
});
