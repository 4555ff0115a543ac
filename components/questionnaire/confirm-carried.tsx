import { Button } from "#components/ui/button.tsx";
import { formatThings } from "#lib/presentation/numbers.ts";
import type { Titled } from "./group-questions.ts";

type Props = {
  /** What waits, by dimension; `reworded` are those that want a look each. */
  groups: readonly { dimension: Titled; same: readonly string[]; reworded: number }[];
  pending: boolean;
  onConfirm: (questions: string[]) => void;
  onLook: () => void;
};

/** Answers of last time that wait: those whose question has not changed can be confirmed a dimension at a time. */
export function ConfirmCarried({ groups, pending, onConfirm, onLook }: Props) {
  const same = groups.reduce((sum, group) => sum + group.same.length, 0);
  const reworded = groups.reduce((sum, group) => sum + group.reworded, 0);
  if (same + reworded === 0) return null;
  return (
    <section
      aria-label="Answers to confirm"
      className="mb-5 flex flex-col gap-3 rounded-panel border border-rule border-dashed p-3.5"
    >
      <p>
        {formatThings(same + reworded, "earlier answer")} {same + reworded === 1 ? "waits" : "wait"} to be confirmed or
        changed.
        {reworded > 0 &&
          ` ${reworded === 1 ? "One question means" : `${reworded} questions mean`} something else by now.`}
      </p>
      {same > 0 && (
        <ul className="grid gap-1.5">
          {groups
            .filter((group) => group.same.length > 0)
            .map(({ dimension, same: questions }) => (
              <li key={dimension.id} className="flex items-center justify-between gap-3">
                <span className="min-w-0">{dimension.title}</span>
                <Button
                  size="small"
                  pending={pending}
                  aria-label={`Confirm ${formatThings(questions.length, "answer")} of ${dimension.title}`}
                  onClick={() => onConfirm([...questions])}
                >
                  Confirm {questions.length}
                </Button>
              </li>
            ))}
        </ul>
      )}
      <div className="-ml-2.5">
        <Button size="small" variant="quiet" onClick={onLook}>
          Look at each of them
        </Button>
      </div>
    </section>
  );
}
