import { addDays, formatDate } from "#lib/presentation/dates.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import type { EvidenceLine, EvidenceView } from "./evidence-data.ts";

/**
 * Until when an answer counts, and what stands behind it. `answeredAt`: ISO date or time; null: there is no answer. An
 * answer ends by its own age; evidence makes it believable, and does not make it last.
 */
export function sayBacking(
  answeredAt: string | null,
  items: readonly EvidenceLine[],
  { today, answerDays }: Pick<EvidenceView, "today" | "answerDays">,
): string | null {
  const valid = items.filter(({ standing }) => standing === "valid");
  const ended = items.filter(({ standing }) => standing === "ended").length;
  const behind =
    valid.length > 0
      ? `backed by ${formatThings(valid.length, "piece", "pieces")} of valid evidence`
      : ended > 0
        ? "what backed it has ended"
        : "no evidence backs it yet";
  if (answeredAt === null) return null;
  const end = addDays(answeredAt.slice(0, 10), answerDays);
  if (end < today) return `The answer ended on ${formatDate(end)}; ${behind}.`;
  return `The answer counts until ${formatDate(end)}; ${behind}.`;
}
