import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutLogs } from "./without-logs.ts";

async function through(text: string, sizes: readonly number[]): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const chunks = async function* () {
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = sizes[turn % sizes.length] ?? 1;
      yield bytes.slice(at, at + size);
      at += size;
    }
  };
  let out = "";
  for await (const part of withoutLogs(chunks())) out += new TextDecoder().decode(part);
  return out;
}

const START = "==== START logs for container web of pod shop/web ====";
const END = "==== END logs for container web of pod shop/web ====";

test.each([
  ["a log between lists", `{"a":1}\n${START}\n{"not": "this\n"[\n${END}\n{"b":2}`, '{"a":1}\n\n\n\n\n{"b":2}'],
  ["a log at the start", `${START}\nx\n${END}\n{}`, "\n\n\n{}"],
  ["a log that never ends", `{}\n${START}\nx\ny`, "{}\n\n\n"],
  ["an end of another thing within a log", `${START}\n==== END of all ====\n{\n${END}\n{}`, "\n\n\n\n{}"],
  ["signs of equality that are none", '{"a":"--x=y=="}\n==== \n{"b":"="}\n=', '{"a":"--x=y=="}\n==== \n{"b":"="}\n='],
  ["a mark that is not at the start of its line", `{"a":"${START}"}`, `{"a":"${START}"}`],
])("%s, cut into chunks anywhere", async (_, text, expected) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 8 }), async (sizes) => {
      expect(await through(text, sizes)).toBe(expected);
    }),
    { numRuns: 60, seed: 20_261_123 },
  );
});
