import { expect, test } from "vitest";
import { tolerates } from "./toleration.ts";

const GPU = { key: "gpu", value: "a100", effect: "NoSchedule" };

test.each([
  [{ operator: "Exists" }, true],
  [{ key: "gpu", operator: "Exists" }, true],
  [{ key: "cpu", operator: "Exists" }, false],
  [{ key: "gpu", value: "a100" }, true],
  [{ key: "gpu", operator: "Equal", value: "t4" }, false],
  [{ key: "gpu" }, false],
  [{ operator: "Exists", effect: "NoExecute" }, false],
  [{ operator: "Exists", effect: "NoSchedule" }, true],
  [{}, false],
])("%j of a tainted node: %s", (toleration, expected) => expect(tolerates(toleration, GPU)).toBe(expected));

test("a taint without a value is met by a toleration without one", () =>
  expect(tolerates({ key: "batch" }, { key: "batch", effect: "NoSchedule" })).toBe(true));
