import { Circle, CircleCheck, CirclePlay, Flag, RotateCcw } from "lucide-react";
import type { InitiativeState } from "#lib/planning/roadmap.ts";

const MARKS: Record<InitiativeState, { Icon: typeof Circle; word: string }> = {
  planned: { Icon: Circle, word: "Planned" },
  started: { Icon: CirclePlay, word: "Started" },
  claimed: { Icon: Flag, word: "Claimed, waits for a scan" },
  verified: { Icon: CircleCheck, word: "Verified by a scan" },
  reopened: { Icon: RotateCcw, word: "Reopened: a check fails again" },
};

/** How far an initiative is: shape and word. */
export function StateMark({ state, short }: { state: InitiativeState; short?: boolean }) {
  const { Icon, word } = MARKS[state];
  return (
    <span className="inline-flex items-center gap-1.5 text-muted text-xs">
      <Icon aria-hidden size={14} className="shrink-0" />
      {short ? (word.split(/[,: ]/)[0] ?? word) : word}
    </span>
  );
}
