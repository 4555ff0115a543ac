import { EvidenceQuestion } from "#lib/contracts/inputs.ts";
import { verb } from "../verb.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";
import { requireRoom } from "./evidence-room.ts";
import { requireAsked } from "./store-evidence.ts";

/** Whether a file for this question would be taken from this person: asked before a byte of it is read. */
export const expectFile = verb(
  { name: "attachments.expect-file", may: "answers.write", input: EvidenceQuestion },
  async (work, { assessment, question }, member) => {
    await requireUnsigned(work, assessment);
    await requireAsked(work, question);
    await requireRoom(work, member.organizationId, { assessment, question, bytes: 1 });
    return { question };
  },
);
