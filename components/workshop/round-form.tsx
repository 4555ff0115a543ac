"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import type { RoundChoices } from "./workshop-data.ts";

export type StartRound = (fields: FormData) => Promise<Outcome<{ questions: number }>>;

/** Names who answers alone, and what. Closed until it is asked for. */
export function RoundForm({ choices, start }: { choices: RoundChoices; start: StartRound }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const free = choices.dimensions.filter(({ unanswered }) => unanswered > 0);
  if (free.length === 0)
    return <p className="text-muted">Every question is answered or left open, so none can be answered alone.</p>;
  if (!open) return <Button onClick={() => setOpen(true)}>Have people answer alone</Button>;
  return (
    <OutcomeForm
      action={start}
      submit="Start answering alone"
      submitting="Starting"
      onDone={({ questions }) => {
        toast(`${formatThings(questions, "question")} to be answered alone`);
        setOpen(false);
        router.refresh();
      }}
    >
      {(errors) => (
        <>
          <ChoiceGroup
            kind="checkbox"
            inline
            name="architects"
            label="Who answers, each alone"
            hint="Two or more. Until you end the round, each sees their own answers only."
            error={errors.architects}
            choices={choices.people.map(({ id, name, role }) => ({ value: id, label: name, hint: role }))}
          />
          <ChoiceGroup
            kind="checkbox"
            inline
            name="dimensions"
            label="Which dimensions"
            hint="Questions that have an answer were seen by all and are not asked again."
            error={errors.dimensions}
            choices={free.map(({ id, title, unanswered }) => ({
              ...{ value: id, label: title, hint: `${unanswered} unanswered` },
            }))}
          />
        </>
      )}
    </OutcomeForm>
  );
}
