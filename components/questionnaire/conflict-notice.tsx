import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Question } from "#lib/catalog/control.ts";
import { formatTime } from "#lib/presentation/dates.ts";
import type { Autosave } from "./autosave.ts";
import type { Draft } from "./question-item.ts";

type Props = {
  question: Question;
  state: Pick<Autosave, "draft" | "conflict">;
  onChoose: (choice: "kept-mine" | "took-theirs") => void;
};

/** Two people answered at once: both texts, and the choice between them. Nothing is lost on either side. */
export function ConflictNotice({ question, state: { draft: mine, conflict: theirs }, onChoose }: Props) {
  if (!theirs) return null;
  return (
    <section role="alert" className="rounded-panel border border-ink/70 px-4 py-3.5">
      <p className="font-strong">
        {theirs.by} answered this at {formatTime(theirs.at)}, while you were writing
      </p>
      <p className="mt-0.5 text-muted">
        Nothing was overwritten. Choose which one stays; the other is kept in the history.
      </p>
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        <Version title={`By ${theirs.by}`} question={question} draft={theirs}>
          <Button onClick={() => onChoose("took-theirs")}>Take this one</Button>
        </Version>
        <Version title="Yours" question={question} draft={mine}>
          <Button onClick={() => onChoose("kept-mine")}>Keep yours</Button>
        </Version>
      </div>
    </section>
  );
}

function Version({
  title,
  question,
  draft,
  children,
}: {
  title: string;
  question: Question;
  draft: Draft;
  children: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-control border border-hairline p-3">
      <p className="text-muted text-xs">{title}</p>
      <p className="font-strong">
        {draft.notApplicable
          ? "Does not apply"
          : draft.maturity === null
            ? "No level chosen"
            : `${draft.maturity} · ${question.levels[draft.maturity]}`}
      </p>
      <p className="wrap-anywhere whitespace-pre-line">{draft.comment || "No comment"}</p>
      <div className="mt-auto">{children}</div>
    </div>
  );
}
