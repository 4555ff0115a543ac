import { CircleCheck, CircleDashed, CircleDot, History } from "lucide-react";
import type { QuestionStanding } from "./standing-of-question.ts";

const MARKS: Record<QuestionStanding, { Icon: typeof CircleCheck; says: string }> = {
  answered: { Icon: CircleCheck, says: "answered" },
  "to-confirm": { Icon: History, says: "to be confirmed" },
  proposed: { Icon: CircleDot, says: "proposed by a scan" },
  unanswered: { Icon: CircleDashed, says: "unanswered" },
};

/** Whether a question is answered, by shape and by word. */
export function StandingMark({ standing }: { standing: QuestionStanding }) {
  const { Icon, says } = MARKS[standing];
  return <Icon aria-label={says} role="img" size={15} className="mt-0.5 shrink-0" />;
}
