import { Circle, CircleAlert, CircleCheck, CircleDashed, CircleDot } from "lucide-react";
import type { MilestoneStanding } from "#lib/cockpit/calendar.ts";

const ICONS: Record<MilestoneStanding, typeof Circle> = {
  done: CircleCheck,
  late: CircleAlert,
  "at-risk": CircleDashed,
  today: CircleDot,
  ahead: Circle,
};

/** How a milestone stands, by shape; the word stands beside it. */
export function StandingIcon({ standing }: { standing: MilestoneStanding }) {
  const Icon = ICONS[standing];
  return <Icon aria-hidden size={15} className={`shrink-0 ${standing === "ahead" ? "text-muted" : ""}`} />;
}
