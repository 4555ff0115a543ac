import { WithdrawnEvidence } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { findEvidence, withdrawEvidenceItem } from "#lib/server/db/evidence-items.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";
import { appendToLog } from "../workflow/append-to-log.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";
import { refuseCredential } from "./store-evidence.ts";

/** Takes an item back with a reason: it speaks no more and is not handed out, and that it was there stays. */
export const withdrawEvidence = verb(
  {
    name: "attachments.withdraw-evidence",
    may: "answers.write",
    input: WithdrawnEvidence,
    writes: ({ assessment, item }) => ({ subject: assessment, details: { item } }),
  },
  async (work, input, member) => {
    const { assessment, item } = input;
    await requireUnsigned(work, assessment);
    const found = await findEvidence(work, assessment, item);
    if (!found) throw notFound();
    const reason = input.reason.trim();
    refuseCredential("the reason", reason);
    const by = { id: member.userId, name: member.name };
    if (!(await withdrawEvidenceItem(work, assessment, item, { by, at: now(), reason }))) {
      throw new Refusal("conflict", "Somebody withdrew this before.", {
        detail: "Nothing was stored. Load the page again to read why.",
      });
    }
    const { question, kind, title, sha256 } = found;
    await appendToLog(work, member, assessment, "evidence.withdrawn", {
      ...{ item, question, evidence: kind, title, sha256, reason },
    });
    return { item };
  },
);
