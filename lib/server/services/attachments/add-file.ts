import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { EvidenceFile } from "#lib/contracts/inputs.ts";
import { safeName } from "#lib/evidence/items/safe-name.ts";
import { inspectEvidence } from "#lib/server/collect/inspect-evidence.ts";
import { addEvidenceChunk } from "#lib/server/db/evidence-items.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { longVerb } from "../verb.ts";
import { storeEvidence } from "./store-evidence.ts";

const CHUNK = 262_144;

/**
 * Stores the file at `path` as evidence of a question, in chunks, or nothing at all. The file is the caller's to remove.
 * What it is decides its content; a text with a credential in it is refused by the line.
 */
export const addFile = longVerb(
  {
    name: "attachments.add-file",
    may: "answers.write",
    input: EvidenceFile,
    writes: (input, output: { item: string; sha256: string }) => ({
      subject: input.assessment,
      details: { question: input.question, item: output.item, kind: "file", sha256: output.sha256 },
    }),
  },
  async (inWork, input, audit) => {
    const fileName = safeName(input.fileName);
    // Nobody who may not write makes the server read a file.
    await inWork(async () => undefined);
    const file = await inspectEvidence(input.path, fileName);
    return inWork(async (work, member) => {
      const { assessment, question, title, observedOn, validUntil } = input;
      const brought = { kind: "file" as const, title, observedOn, validUntil, fileName, ...file };
      const output = await storeEvidence(work, member, { assessment, question }, brought, (itemId) =>
        storeChunks(
          work,
          { organizationId: member.organizationId, assessmentId: assessment, itemId },
          input.path,
          file.sha256,
        ),
      );
      await audit(work, member, output);
      return output;
    });
  },
);

/** One chunk in memory at a time. Throws where the file is not the one that was looked at. */
async function storeChunks(
  work: Work,
  of: { organizationId: string; assessmentId: string; itemId: string },
  path: string,
  sha256: string,
): Promise<void> {
  const hash = createHash("sha256");
  const file = await open(path, "r");
  try {
    for (let number = 0; ; number++) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(CHUNK), 0, CHUNK, number * CHUNK);
      if (bytesRead === 0) break;
      const content = buffer.subarray(0, bytesRead);
      hash.update(content);
      await addEvidenceChunk(work, of, number, content);
    }
  } finally {
    await file.close();
  }
  if (hash.digest("hex") !== sha256) throw new Error("the file changed while it was stored");
}
