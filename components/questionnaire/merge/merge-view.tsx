import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { Question } from "#lib/catalog/control.ts";
import { formatTime } from "#lib/presentation/dates.ts";
import type { Autosave } from "../autosave.ts";
import type { Draft } from "../question-item.ts";
import { chooseAll, differing, joinComments, type Merge, mergedDraft } from "./merge.ts";
import { MergeOption } from "./merge-option.tsx";

type Props = {
  question: Question;
  state: Pick<Autosave, "draft" | "kept" | "conflict" | "merge">;
  onMerge: (merge: Merge) => void;
  /** Keeps what the choices make. */
  onKeep: () => void;
};

const FIELDS = { level: "Answer", confidence: "How sure", comment: "Comment" } as const;
const CONFIDENCE = { low: "I believe so", medium: "I know it", high: "I have seen it" } as const;

/** Two people answered at once: both answers field by field, and the choice between them. Nothing is lost on either side. */
export function MergeView({ question, state, onMerge, onKeep }: Props) {
  const { draft: mine, kept: base, conflict: theirs, merge } = state;
  if (!theirs || !merge) return null;
  const { missing, draft } = mergedDraft(merge, { base, mine, theirs });
  const says = (field: keyof typeof FIELDS, of: Draft) =>
    field === "level" ? sayLevel(question, of) : field === "confidence" ? CONFIDENCE[of.confidence] : sayComment(of);
  return (
    <section aria-label="Two answers" className="rounded-panel border border-ink/70 px-4 py-3.5">
      <p role="alert" className="font-strong">
        {theirs.by} answered this at {formatTime(theirs.at)}, while you were writing
      </p>
      <p className="mt-0.5 text-muted">
        Nothing was overwritten. Choose for each field; theirs stays in the history whatever you choose.
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="small" onClick={() => onMerge(chooseAll(merge, "theirs"))}>
          All of {theirs.by}
        </Button>
        <Button size="small" onClick={() => onMerge(chooseAll(merge, "mine"))}>
          All of yours
        </Button>
      </div>
      {differing(mine, theirs).map((field) => (
        <fieldset key={field} className="mt-4">
          <legend className="mb-1.5 text-sm font-strong">{FIELDS[field]}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {(["theirs", "mine"] as const).map((side) => (
              <MergeOption
                key={side}
                name={`merge ${field} ${question.id}`}
                title={side === "mine" ? "Yours" : `By ${theirs.by}`}
                checked={merge[field] === side}
                onChoose={() => onMerge({ ...merge, [field]: side })}
              >
                {says(field, side === "mine" ? mine : theirs)}
              </MergeOption>
            ))}
          </div>
          {field === "comment" && (
            <div className="mt-2 flex flex-col gap-2">
              <MergeOption
                name={`merge comment ${question.id}`}
                title="Both"
                checked={merge.comment === "both"}
                onChoose={() => onMerge({ ...merge, comment: "both" })}
              >
                Both in one text, which you can edit
              </MergeOption>
              {merge.comment === "both" && (
                <TextArea
                  label="Both comments in one"
                  value={merge.joined ?? joinComments(base.comment, mine.comment, theirs.comment)}
                  onChange={(event) => onMerge({ ...merge, joined: event.target.value })}
                />
              )}
            </div>
          )}
        </fieldset>
      ))}
      <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button variant="primary" disabled={missing !== null} onClick={onKeep}>
          Keep this answer
        </Button>
        <p role="status" className="text-muted">
          {missing ?? `Keeps: ${sayLevel(question, draft)}`}
        </p>
      </div>
    </section>
  );
}

function sayLevel(question: Question, { maturity, notApplicable }: Draft): string {
  if (notApplicable) return "Does not apply";
  return maturity === null ? "No level chosen" : `${maturity} · ${question.levels[maturity]}`;
}

function sayComment({ comment }: Draft): string {
  return comment || "No comment";
}
