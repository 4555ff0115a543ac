import { UserRound } from "lucide-react";
import { daysBetween, formatDate } from "#lib/presentation/dates.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import type { QuestionItem } from "./question-item.ts";

type Props = { owner: NonNullable<QuestionItem["owner"]>; answered: boolean; today: string };

/** Who is responsible for the answer, and by when. */
export function QuestionOwner({ owner, answered, today }: Props) {
  const late = owner.dueOn && !answered ? daysBetween(owner.dueOn, today) : 0;
  return (
    <p className="mt-1.5 flex items-center gap-1.5 text-muted text-xs">
      <UserRound aria-hidden size={14} className="shrink-0" />
      <span>
        {owner.name}
        {owner.dueOn && `, until ${formatDate(owner.dueOn)}`}
        {late > 0 && <span className="font-strong text-ink">, {formatThings(late, "day")} late</span>}
      </span>
    </p>
  );
}
