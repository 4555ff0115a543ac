import { Undo2 } from "lucide-react";
import { useState } from "react";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { EvidenceActions, EvidenceLine } from "./evidence-data.ts";

type Props = { item: EvidenceLine; withdraw: EvidenceActions["withdraw"]; onDone: () => void };

/** Takes a piece of evidence back, with the reason. */
export function WithdrawDialog({ item, withdraw, onDone }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={`Withdraw “${item.title}”`}
      description="It speaks no more and is not handed out any longer. That it was here, and why it went, stays in the log."
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          aria-label={`Withdraw ${item.title}`}
          className="inline-flex h-7 items-center gap-1.5 rounded-small px-2 hover:bg-hairline/60 hover:text-ink"
        >
          <Undo2 aria-hidden size={14} />
          Withdraw
        </button>
      }
    >
      <OutcomeForm
        action={(fields) => withdraw(item.id, String(fields.get("reason") ?? ""))}
        onDone={() => {
          setOpen(false);
          onDone();
        }}
        submit="Withdraw it"
        submitting="Storing"
      >
        {(errors) => (
          <TextArea label="Reason" name="reason" rows={3} maxLength={2_000} required error={errors.reason} />
        )}
      </OutcomeForm>
    </Dialog>
  );
}
