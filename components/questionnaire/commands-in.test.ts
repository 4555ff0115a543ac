import { expect, test } from "vitest";
import { commandsIn } from "./commands-in.ts";

test("commands are found, words and field paths are not", () => {
  const text =
    "Set `spec.hostPID`. From a pod: `curl -m 2 http://169.254.169.254/`, then `kubectl get sa -A` and `kubectl get sa -A`.";
  expect(commandsIn(text)).toEqual(["curl -m 2 http://169.254.169.254/", "kubectl get sa -A"]);
  expect(commandsIn("Ask the team.")).toEqual([]);
});
