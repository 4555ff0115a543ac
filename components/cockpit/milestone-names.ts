import type { MilestoneId, MilestoneRisk, MilestoneStanding } from "#lib/cockpit/calendar.ts";
import { formatThings } from "#lib/presentation/numbers.ts";

export const MILESTONE_NAMES: Record<MilestoneId, string> = {
  "kick-off": "Kick-off",
  snapshots: "Snapshots are in",
  questionnaires: "Questions are answered",
  contradictions: "Contradictions are settled",
  review: "Answers are reviewed",
  "sign-off": "Sign-off",
  "read-out": "Read-out",
};

export const STANDING_WORDS: Record<MilestoneStanding, string> = {
  done: "done",
  late: "late",
  "at-risk": "at risk",
  today: "today",
  ahead: "ahead",
};

/** Why a milestone may not be kept, in a few words. */
export function sayRisk(risk: MilestoneRisk): string {
  switch (risk.kind) {
    case "waits-for":
      return `Waits for what is late: ${MILESTONE_NAMES[risk.milestone].toLowerCase()}`;
    case "planned-before":
      return `Planned before: ${MILESTONE_NAMES[risk.milestone].toLowerCase()}`;
    case "behind":
      return `${formatThings(risk.questions, "question")} behind an even pace`;
  }
}
