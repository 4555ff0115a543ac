import { EvidenceId } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { textOfCommand } from "#lib/evidence/items/command-text.ts";
import type { EvidenceItem } from "#lib/evidence/items/evidence-item.ts";
import { safeName } from "#lib/evidence/items/safe-name.ts";
import { findEvidence, findEvidenceChunk } from "#lib/server/db/evidence-items.ts";
import { type InWork, longVerb, notFound } from "../verb.ts";

/**
 * A file as it was brought, or a command with its output as text. `chunks` reads part by part, and asks anew for each
 * whether the person may.
 */
export const readFile = longVerb(
  { name: "attachments.read-file", may: "assessments.read", input: EvidenceId },
  async (inWork, { assessment, item }) => {
    const found = await inWork((work) => findEvidence(work, assessment, item));
    if (!found || found.kind === "link") throw notFound();
    if (found.withdrawn) {
      throw new Refusal("refused", "This was withdrawn, so it is not handed out.", {
        detail: `${found.withdrawn.by} withdrew it on ${found.withdrawn.at.slice(0, 10)}: ${found.withdrawn.reason}`,
      });
    }
    const { sha256, bytes } = found;
    return {
      ...{ sha256, bytes },
      ...namedFile(found),
      chunks: () => (found.kind === "file" ? chunksOf(inWork, assessment, found) : wholeText(found)),
    };
  },
);

function namedFile(item: EvidenceItem): { fileName: string; mediaType: string } {
  return item.kind === "file"
    ? { fileName: item.fileName, mediaType: item.mediaType }
    : { fileName: safeName(`${item.title.replaceAll(".", "_")}.txt`), mediaType: "text/plain" };
}

async function* chunksOf(inWork: InWork, assessment: string, { id, bytes }: EvidenceItem): AsyncGenerator<Uint8Array> {
  for (let number = 0, sent = 0; sent < bytes; number++) {
    const content = await inWork((work) => findEvidenceChunk(work, assessment, id, number));
    // A file that ends early must not look whole: the connection breaks.
    if (!content) throw new Error("a part of the evidence is missing");
    sent += content.length;
    yield content;
  }
}

async function* wholeText(item: EvidenceItem): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(textOfCommand(item));
}
