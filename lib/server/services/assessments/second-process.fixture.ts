import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Actor } from "#lib/access/actor.ts";

/** A second server process on the same database: it runs any verb that it is told, one after the other. */
export type SecondProcess = {
  call: (file: string, verb: string, actor: Actor, input: object) => Promise<unknown>;
  end: () => Promise<void>;
};

/** Each line is a call; each answer is a line. Runs with React's condition, as the seed does. */
const PROGRAM = `
import { createInterface } from "node:readline";
for await (const line of createInterface({ input: process.stdin })) {
  const { file, verb, actor, input } = JSON.parse(line);
  const room = await import("#lib/server/services/" + file);
  const answer = await room[verb](actor, input).then((output) => ({ output }), (error) => ({ error: String(error) }));
  console.log(JSON.stringify(answer));
}
process.exit(0);
`;

export function startSecondProcess(): SecondProcess {
  const child: ChildProcess = spawn(
    process.execPath,
    ["--conditions=react-server", "--disable-warning=ExperimentalWarning", "--input-type=module", "--eval", PROGRAM],
    { stdio: ["pipe", "pipe", "inherit"], cwd: process.cwd() },
  );
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error("no pipes");
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const answers = createInterface({ input: stdout })[Symbol.asyncIterator]();
  return {
    call: async (file, verb, actor, input) => {
      stdin.write(`${JSON.stringify({ file, verb, actor, input })}\n`);
      const { value, done } = await answers.next();
      const answer = done ? { error: "the second process ended" } : JSON.parse(value);
      if (answer.error) throw new Error(answer.error);
      return answer.output;
    },
    end: async () => {
      stdin.end();
      await ended;
    },
  };
}
