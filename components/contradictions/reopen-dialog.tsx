"use client";

import { useState } from "react";
import { toast } from "sonner";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";

type Props = { title: string; reopen: (fields: FormData) => Promise<Outcome<unknown>> };

/** Takes a decision back, with a reason. */
export function ReopenDialog({ title, reopen }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button className="justify-self-start">Open it again</Button>}
      title="Open it again"
      description={`${title}: the decision stays readable, and the assessment cannot be signed until there is another one.`}
    >
      <OutcomeForm
        action={reopen}
        onDone={() => {
          setOpen(false);
          toast("It is open again");
        }}
        submit="Open it again"
        submitting="Storing"
      >
        {(errors) => (
          <TextArea label="Reason" name="reason" rows={3} maxLength={2_000} required error={errors.reason} />
        )}
      </OutcomeForm>
    </Dialog>
  );
}
