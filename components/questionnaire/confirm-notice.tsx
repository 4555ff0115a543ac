import { Button } from "#components/ui/button.tsx";
import type { Question } from "#lib/catalog/control.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import type { ToConfirm } from "./what-to-confirm.ts";

type Props = {
  question: Question;
  waiting: ToConfirm;
  pending: boolean;
  /** Left out where one may not answer. */
  onConfirm?: () => void;
};

/** What was answered before, by whom and when, and what has changed about the question since: confirm it, or answer anew below. */
export function ConfirmNotice({ question, waiting, pending, onConfirm }: Props) {
  const { said, by, at, from, former, levels } = waiting;
  return (
    <section aria-label="Confirm or change" className="rounded-panel border border-rule border-dashed px-4 py-3.5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-72">
          <p className="text-muted text-xs">
            {from === null ? "Answered" : `Carried forward from ${from}, answered`} by {by}, {formatDate(at)}
          </p>
          <p className="mt-0.5 font-strong">{levelOf(said, levels)}</p>
          {said.comment && <p className="wrap-anywhere mt-0.5 whitespace-pre-line">{said.comment}</p>}
        </div>
        {onConfirm && (
          <Button size="small" onClick={onConfirm} pending={pending} aria-keyshortcuts="Y">
            {former ? "Holds for the new wording" : "Still so"}
            <kbd className="rounded-small border border-hairline px-1 font-normal font-sans text-muted text-xs">Y</kbd>
          </Button>
        )}
      </div>
      {former && <Rewording question={question} former={former} />}
      <p className="mt-2 text-muted text-xs">It counts once it is confirmed. To change it, answer below.</p>
    </section>
  );
}

/** What was asked and what is asked, where they differ. */
function Rewording({ question, former }: { question: Question; former: { asks: string; levels: readonly string[] } }) {
  const lines = [
    { name: "Question", before: former.asks, now: question.asks },
    ...question.levels.map((now, level) => ({ name: `Level ${level}`, before: former.levels[level] ?? "", now })),
  ].filter(({ before, now }) => before !== now);
  return (
    <div className="mt-3 border-hairline border-t pt-3">
      <p className="font-strong">The question means something else since then</p>
      <dl className="mt-2 grid gap-3">
        {lines.map(({ name, before, now }) => (
          <div key={name} className="grid gap-0.5">
            <dt className="text-muted text-xs">{name}</dt>
            <dd className="text-muted">
              <span className="sr-only">Before: </span>
              <s>{before || "Nothing"}</s>
            </dd>
            <dd>
              <span className="sr-only">Now: </span>
              {now}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function levelOf(said: ToConfirm["said"], levels: readonly string[]): string {
  if (said.notApplicable) return "Does not apply";
  return said.maturity === null ? "No level" : `${said.maturity} · ${levels[said.maturity] ?? ""}`;
}
