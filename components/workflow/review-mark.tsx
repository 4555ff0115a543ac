import { CircleCheck, CircleDashed, CircleDot, CircleSlash, PencilLine, RotateCcw } from "lucide-react";
import type { ReviewStanding } from "#lib/workflow/answers-under-review.ts";
import { STANDING_NAMES } from "#lib/workflow/sentences-of-review.ts";

const ICONS: Record<ReviewStanding, typeof CircleCheck> = {
  accepted: CircleCheck,
  unreviewed: CircleDot,
  revised: RotateCcw,
  "changes-requested": PencilLine,
  unanswered: CircleDashed,
  "left-open": CircleSlash,
};

/** Where an answer stands with its reviewers, by shape and by word. */
export function ReviewMark({ standing }: { standing: ReviewStanding }) {
  const Icon = ICONS[standing];
  return <Icon aria-label={STANDING_NAMES[standing]} role="img" size={15} className="mt-0.5 shrink-0" />;
}
