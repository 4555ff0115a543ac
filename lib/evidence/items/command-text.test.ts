import { expect, test } from "vitest";
import { plainOutput, textOfCommand } from "./command-text.ts";

test("a terminal's output becomes plain lines", () => {
  expect(plainOutput("\u001b[1;32mNAME\u001b[0m  READY  \r\nweb\u0000   1/1\t \n\n")).toBe("NAME  READY\nweb   1/1");
  expect(plainOutput("\u001b]8;;https://x.example\u0007link\u001b]8;;\u0007")).toBe("link");
  expect(plainOutput("a\u202Eb")).toBe("ab");
  expect(plainOutput("  indented")).toBe("  indented");
});

test("command and output are one text", () => {
  expect(textOfCommand({ command: "kubectl get ns", output: "a\nb" })).toBe("$ kubectl get ns\na\nb\n");
});
