import type { MilestoneId, MilestoneStanding } from "#lib/cockpit/calendar.ts";

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
  today: "today",
  ahead: "ahead",
};
