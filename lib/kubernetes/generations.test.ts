import { expect, test } from "vitest";
import { Generations } from "./generations.ts";

test("what is asked for again stays, what is not is forgotten in the end", () => {
  const memory = new Generations<string, number>();
  memory.set("asked for", 1);
  memory.set("not", 2);
  for (let at = 0; at < 500_000; at++) {
    memory.set(`other ${at}`, at);
    if (at % 10_000 === 0) expect(memory.get("asked for")).toBe(1);
  }
  expect(memory.get("not")).toBeUndefined();
  expect(memory.get("other 499999")).toBe(499_999);
});
