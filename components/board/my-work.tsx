import Link from "next/link";
import { StateMark } from "#components/roadmap/state-mark.tsx";
import { LayerMark } from "#components/scores/layer-mark.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Card } from "#lib/planning/board.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { formatDays, formatList, formatRisk, formatThings } from "#lib/presentation/numbers.ts";

export type WorkOfAssessment = {
  id: string;
  name: string;
  initiatives: readonly Card[];
  questions: readonly { id: string; asks: string; dueOn: string | null }[];
  changes: number;
  contradictions: number;
  alone: number;
  accepted: readonly { initiative: string; title: string; endsOn: string; reason: string }[];
};

type Props = { work: WorkOfAssessment; today: string; self: string; href: string };

/** Questions that are named before the rest is counted. */
const NAMED = 8;

/** What one assessment wants of a person. */
export function MyWork({ work, today, self, href }: Props) {
  const { name, initiatives, questions, changes, contradictions, alone, accepted } = work;
  const also = [
    ...(changes > 0 ? [{ says: `${formatThings(changes, "answer")} sent back`, to: `${href}/review` }] : []),
    ...(contradictions > 0
      ? [{ says: `${formatThings(contradictions, "contradiction")} to settle`, to: `${href}/contradictions` }]
      : []),
    ...(alone > 0 ? [{ says: `${formatThings(alone, "question")} to answer alone`, to: `${href}/workshop` }] : []),
  ];
  return (
    <Section title={name}>
      <div className="grid gap-8">
        {initiatives.length > 0 && (
          <div>
            <h3 className="mb-2 font-strong">Initiatives of the plan that runs</h3>
            <ul className="divide-y divide-hairline rounded-panel border border-hairline">
              {initiatives.map((card) => (
                <li
                  key={card.initiative}
                  className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-3"
                >
                  <span className="min-w-0">
                    <Link
                      href={`${href}/plan/board?owner=${self}`}
                      prefetch={false}
                      className="font-strong hover:underline"
                    >
                      {card.title}
                    </Link>
                    <span className="flex flex-wrap items-center gap-x-1 text-muted text-xs">
                      <LayerMark layer={card.layer} /> · {formatDays(card.days)} · removes {formatRisk(card.risk)}
                    </span>
                    {card.waitsFor.length > 0 && (
                      <span className="block text-xs">
                        Waits for {formatList(card.waitsFor.map((each) => `“${each}”`))}
                      </span>
                    )}
                  </span>
                  <span className="flex flex-wrap items-center gap-x-3 text-xs">
                    <StateMark state={card.state} />
                    <span className={card.late > 0 ? "font-strong" : "text-muted"}>
                      due on {formatDate(card.endsOn)}
                      {card.late > 0 && `, ${formatThings(card.late, "day")} ago`}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {questions.length > 0 && (
          <div>
            <h3 className="mb-2 font-strong">{formatThings(questions.length, "question")} to answer</h3>
            <ul className="divide-y divide-hairline rounded-panel border border-hairline">
              {questions.slice(0, NAMED).map(({ id, asks, dueOn }) => (
                <li key={id} className="flex flex-wrap justify-between gap-x-6 px-4 py-2.5">
                  <Link
                    href={`${href}/questionnaire?question=${encodeURIComponent(id)}`}
                    prefetch={false}
                    className="min-w-0 hover:underline"
                  >
                    {asks}
                  </Link>
                  {dueOn && (
                    <span className={`text-xs ${dueOn < today ? "font-strong" : "text-muted"}`}>
                      due on {formatDate(dueOn)}
                    </span>
                  )}
                </li>
              ))}
            </ul>
            {questions.length > NAMED && (
              <p className="mt-2 text-muted text-xs">
                and {questions.length - NAMED} more in the{" "}
                <Link className="underline" href={`${href}/questionnaire`}>
                  questionnaire
                </Link>
              </p>
            )}
          </div>
        )}
        {also.length > 0 && (
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {also.map(({ says, to }) => (
              <li key={to}>
                <Link href={to} prefetch={false} className="underline">
                  {says}
                </Link>
              </li>
            ))}
          </ul>
        )}
        {accepted.length > 0 && (
          <div>
            <h3 className="mb-2 font-strong">Risks that you answer for</h3>
            <ul className="divide-y divide-hairline rounded-panel border border-hairline">
              {accepted.map(({ initiative, title, endsOn, reason }) => (
                <li key={initiative} className="px-4 py-3">
                  <p className="flex flex-wrap justify-between gap-x-6">
                    <Link href={`${href}/plan#approval`} prefetch={false} className="font-strong hover:underline">
                      {title}
                    </Link>
                    <span className={`text-xs ${endsOn < today ? "font-strong" : "text-muted"}`}>
                      {endsOn < today ? `ended on ${formatDate(endsOn)}: decide again` : `until ${formatDate(endsOn)}`}
                    </span>
                  </p>
                  <p className="text-muted text-xs">{reason}</p>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Section>
  );
}
