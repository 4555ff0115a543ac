import { TextArea } from "#components/ui/text-area.tsx";
import type { Draft } from "./question-item.ts";

type Props = { draft: Draft; readOnly: boolean; onChange: (draft: Draft) => void; onHold: (inside: boolean) => void };

/** What the person saw; the reason, where it does not apply. */
export function QuestionComment({ draft, readOnly, onChange, onHold }: Props) {
  return (
    <TextArea
      label="Comment"
      optional={!draft.notApplicable}
      hint="What you saw, where, and who can show it."
      maxLength={10_000}
      readOnly={readOnly}
      onFocus={() => onHold(true)}
      onBlur={() => onHold(false)}
      value={draft.comment}
      onChange={(event) => onChange({ ...draft, comment: event.target.value })}
    />
  );
}
