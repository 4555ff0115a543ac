import "server-only";
import type { ActingMember } from "#lib/access/actor.ts";
import { fromBlindVersion, toBlindVersion } from "#lib/blind/blind-version.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import type { Answering } from "#lib/server/db/answering.ts";
import type { AnswerWrite } from "#lib/server/db/answers.ts";
import { requireOpenAnswers } from "#lib/server/db/assessment-states.ts";
import { addBlindAnswer, findBlindAnswer } from "#lib/server/db/blind-answers.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";

/**
 * Stores what a participant says alone, where the question is in a round of theirs; null where it is in none, so that it
 * is to be stored for all to see. Refuses as `writeAnswer` would.
 */
export async function writeBlindAnswer(
  work: Work,
  member: ActingMember,
  { state, round }: Answering,
  write: Omit<AnswerWrite, "userId" | "userName">,
  seen: number,
  at: Date,
): Promise<number | null> {
  if (!round?.takesPart) {
    if (seen > 0 && fromBlindVersion(seen) !== null) throw revealed();
    return null;
  }
  requireOpenAnswers(state);
  const own = { organizationId: member.organizationId, roundId: round.id, memberId: member.userId };
  const count = fromBlindVersion(seen);
  const version = count === null ? null : await addBlindAnswer(work, own, write, count, at);
  if (version !== null) return toBlindVersion(version);
  const stored = await findBlindAnswer(work, own, write.question);
  throw new Refusal("conflict", "You answered this elsewhere while you were writing.", {
    detail: "Both texts are kept: look at the other one and choose.",
    current: stored && {
      ...{ maturity: stored.maturity, notApplicable: stored.notApplicable, comment: stored.comment },
      ...{ confidence: stored.confidence, version: toBlindVersion(stored.count), by: member.name },
      at: stored.at.toISOString(),
    },
  });
}

function revealed(): Refusal {
  return new Refusal("refused", "The round has ended, and what was said alone is shown to all.", {
    detail:
      "This was not stored, and nothing was overwritten. Load the page again and answer there, or in the workshop.",
  });
}
