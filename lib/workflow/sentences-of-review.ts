import type { ReviewStanding } from "./answers-under-review.ts";
import type { AssessmentState } from "./states.ts";

/** A standing as people call it. */
export const STANDING_NAMES: Record<ReviewStanding, string> = {
  unanswered: "Unanswered",
  "left-open": "Left open",
  unreviewed: "To review",
  revised: "Changed since",
  accepted: "Accepted",
  "changes-requested": "Changes requested",
};

type Situation = {
  state: AssessmentState;
  standings: readonly ReviewStanding[];
  /** How many things block the next step. */
  blockers: number;
  signedBy: string | null;
};

/** How far an assessment is, as the title of its page: a sentence without its full stop. */
export function sayReview({ state, standings, blockers, signedBy }: Situation): string {
  const count = (...of: ReviewStanding[]) => standings.filter((standing) => of.includes(standing)).length;
  switch (state) {
    case "draft": {
      const missing = count("unanswered");
      return missing > 0
        ? `This draft lacks ${missing} ${missing === 1 ? "answer" : "answers"} before it can be submitted`
        : `This draft has all its answers${blockers === 0 ? " and can be submitted" : ""}`;
    }
    case "submitted": {
      const waiting = count("unreviewed", "revised");
      if (waiting > 0)
        return `${waiting} of ${answers(count("unreviewed", "revised", "accepted", "changes-requested"))} ${waiting === 1 ? "waits" : "wait"} for a review`;
      return blockers === 0
        ? "Every answer is accepted, and so can be the assessment"
        : "Every answer is reviewed, and some are to be changed";
    }
    case "changes-requested": {
      const changes = count("changes-requested");
      return changes > 0
        ? `Sent back: ${answers(changes)} ${changes === 1 ? "is" : "are"} to be changed`
        : "Sent back, and changed since: it can be submitted again";
    }
    case "accepted":
      return blockers === 0
        ? "Accepted, and ready to be signed"
        : "Accepted, but something still keeps it from being signed";
    case "signed":
      return `Signed by ${signedBy ?? "a leader"}, and frozen since`;
  }
}

const answers = (count: number) => (count === 1 ? "1 answer" : `${count} answers`);
