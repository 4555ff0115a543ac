"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { OwnWorkInput } from "#lib/contracts/inputs.ts";
import type { Outcome } from "#lib/contracts/refusal.ts";
import type { OwnInitiative } from "#lib/planning/own-initiative.ts";
import { readOwnWork } from "./own-work.ts";
import { type OwnWorkChoices, OwnWorkFields } from "./own-work-fields.tsx";

export type SaveOwnWork = (work: OwnWorkInput) => Promise<Outcome<unknown>>;

type Props = {
  /** What is changed; absent: a new one. */
  own?: OwnInitiative;
  choices: OwnWorkChoices;
  save: SaveOwnWork;
};

/** Work of one's own, put beside what the catalogue asks for or in its place. */
export function OwnWorkDialog({ own, choices, save }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const done = () => {
    setOpen(false);
    router.refresh();
  };
  return (
    <Dialog
      title={own ? "Change this initiative" : "Add an initiative of your own"}
      description="It can close findings in place of other initiatives, or stand beside them with risk points of its own."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size={own ? "small" : undefined}>{own ? "Change it" : "Add an initiative"}</Button>}
    >
      <OutcomeForm
        action={(fields) => save(readOwnWork(fields, own))}
        onDone={done}
        submit={own ? "Keep the change" : "Add it"}
        submitting="Storing"
      >
        {(errors) => <OwnWorkFields own={own} choices={choices} errors={errors} />}
      </OutcomeForm>
    </Dialog>
  );
}
