import { expect, test } from "vitest";
import { readPlanArguments } from "./arguments.ts";

test("a path and a time limit are read, in any order", () => {
  expect(readPlanArguments(["a.json"])).toEqual({ path: "a.json", timeLimitSeconds: 20 });
  expect(readPlanArguments(["--time-limit", "0.1", "-"])).toEqual({ path: "-", timeLimitSeconds: 0.1 });
  expect(readPlanArguments(["-", "--time-limit=5"])).toEqual({ path: "-", timeLimitSeconds: 5 });
});

test("what is wrong with the usage is said in one sentence", () => {
  expect(readPlanArguments([])).toEqual({ wrong: "name one instance file, or - for standard input" });
  expect(readPlanArguments(["a", "b"])).toHaveProperty("wrong");
  expect(readPlanArguments(["--fast", "a"])).toHaveProperty("wrong");
  for (const limit of ["0", "-1", "soon", "", "NaN", "Infinity", "1e9"]) {
    expect(readPlanArguments([`--time-limit=${limit}`, "a"])).toHaveProperty("wrong");
  }
});
