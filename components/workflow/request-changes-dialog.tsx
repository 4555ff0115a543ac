"use client";

import { useState } from "react";
import { toast } from "sonner";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { formatThings } from "#lib/presentation/numbers.ts";

type Props = { answers: number; request: (reason: string) => Promise<Outcome<unknown>> };

/** Sends the assessment back to those who answer. */
export function RequestChangesDialog({ answers, request }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Send back for changes</Button>}
      title="Send the assessment back for changes"
      description={
        answers > 0
          ? `${formatThings(answers, "answer")} ${answers === 1 ? "is" : "are"} to be changed; the authors see your reasons beside them.`
          : "You requested changes of no single answer, so say what is to be changed."
      }
    >
      <OutcomeForm
        action={(fields) => request(String(fields.get("reason") ?? ""))}
        onDone={() => {
          setOpen(false);
          toast("Sent back for changes");
        }}
        submit="Send back"
        submitting="Storing"
      >
        {(errors) => (
          <TextArea
            label="What is to be changed"
            name="reason"
            rows={3}
            maxLength={2_000}
            optional={answers > 0}
            error={errors.reason}
          />
        )}
      </OutcomeForm>
    </Dialog>
  );
}
