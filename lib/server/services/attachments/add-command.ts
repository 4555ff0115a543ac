import { createHash } from "node:crypto";
import { EvidenceCommand } from "#lib/contracts/inputs.ts";
import { plainOutput, textOfCommand } from "#lib/evidence/items/command-text.ts";
import { verb } from "../verb.ts";
import { refuseCredential, storeEvidence } from "./store-evidence.ts";

/** Stores a command and what it printed as evidence of a question; refused by the line where it holds a credential. */
export const addCommand = verb(
  {
    name: "attachments.add-command",
    may: "answers.write",
    input: EvidenceCommand,
    writes: (input, output: { item: string; sha256: string }) => ({
      subject: input.assessment,
      details: { question: input.question, item: output.item, kind: "command", sha256: output.sha256 },
    }),
  },
  async (work, input, member) => {
    const { assessment, question, title, observedOn, validUntil, command } = input;
    const output = plainOutput(input.output);
    refuseCredential("the command", command);
    refuseCredential("the output", output);
    const whole = textOfCommand({ command, output });
    const sha256 = createHash("sha256").update(whole).digest("hex");
    const days = { observedOn, validUntil };
    const brought = {
      kind: "command" as const,
      title,
      ...days,
      command,
      output,
      sha256,
      bytes: Buffer.byteLength(whole),
    };
    return storeEvidence(work, member, { assessment, question }, brought);
  },
);
