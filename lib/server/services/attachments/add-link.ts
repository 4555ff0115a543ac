import { createHash } from "node:crypto";
import { EvidenceLink } from "#lib/contracts/inputs.ts";
import { verb } from "../verb.ts";
import { refuseCredential, storeEvidence } from "./store-evidence.ts";

/** Stores the address of something as evidence of a question. It is never opened by the portal. */
export const addLink = verb(
  {
    name: "attachments.add-link",
    may: "answers.write",
    input: EvidenceLink,
    writes: (input, output: { item: string; sha256: string }) => ({
      subject: input.assessment,
      details: { question: input.question, item: output.item, kind: "link", sha256: output.sha256 },
    }),
  },
  async (work, input, member) => {
    const { assessment, question, title, observedOn, validUntil } = input;
    const url = new URL(input.url).href;
    refuseCredential("the address", url);
    const sha256 = createHash("sha256").update(url).digest("hex");
    const brought = {
      kind: "link" as const,
      title,
      observedOn,
      validUntil,
      url,
      sha256,
      bytes: Buffer.byteLength(url),
    };
    return storeEvidence(work, member, { assessment, question }, brought);
  },
);
