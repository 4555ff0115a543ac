"use client";

import { type ReactNode, useState } from "react";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";

/** `days`: person-days that it took, null: not told. */
export type Claim = (days: number | null) => Promise<Outcome<unknown>>;

type Props = { title: string; says: string; claim: Claim; onDone: () => void };

/** Claims something as done, and asks what it took. */
export function ClaimButton({ title, says, claim, onDone }: Props) {
  const [open, setOpen] = useState(false);
  const done = () => {
    setOpen(false);
    onDone();
  };
  return (
    <ClaimDialog
      title={title}
      claim={claim}
      onDone={done}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="small">{says}</Button>}
    />
  );
}

type DialogProps = Omit<Props, "says"> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger?: ReactNode;
};

export function ClaimDialog({ title, claim, onDone, ...dialog }: DialogProps) {
  return (
    <Dialog
      {...dialog}
      title={`Claim “${title}” as done`}
      description="The next scan looks whether its checks pass, and verifies it or not."
    >
      <OutcomeForm action={(fields) => claim(daysOf(fields))} onDone={onDone} submit="Claim" submitting="Claiming">
        {(errors) => (
          <div className="max-w-60">
            <TextField
              label="Person-days it took"
              name="days"
              type="number"
              min={0}
              step="any"
              inputMode="decimal"
              hint="Later estimates for the same skill learn from it."
              error={errors.days}
              optional
            />
          </div>
        )}
      </OutcomeForm>
    </Dialog>
  );
}

function daysOf(fields: FormData): number | null {
  const days = fields.get("days");
  return days === null || days === "" ? null : Number(days);
}
