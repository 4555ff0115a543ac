import { Section } from "#components/ui/section.tsx";
import { formatDate } from "#lib/presentation/dates.ts";
import type { NoLongerAsked } from "./carried-answer.ts";
import { levelOf } from "./confirm-notice.tsx";

/** Earlier answers to questions that the catalogue gave up: kept, and counted nowhere. */
export function NoLongerAskedList({ items }: { items: readonly NoLongerAsked[] }) {
  if (items.length === 0) return null;
  return (
    <Section
      title={`No longer asked (${items.length})`}
      lede="An earlier assessment answered these; the catalogue asks them no more. The answers are kept and count nowhere."
    >
      <ul className="grid gap-4">
        {items.map(({ question, asks, levels, answer }) => (
          <li key={question} className="rounded-panel border border-hairline px-4 py-3.5">
            <p className="font-strong">{asks}</p>
            <p className="mt-0.5">{levelOf(answer, levels)}</p>
            {answer.comment && <p className="wrap-anywhere mt-0.5 whitespace-pre-line">{answer.comment}</p>}
            <p className="mt-1 text-muted text-xs">
              {answer.from}, by {answer.by}, {formatDate(answer.at)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
