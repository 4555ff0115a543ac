"use client";

import { useState } from "react";
import { toast } from "sonner";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import type { ReviewItem } from "./review-item.ts";

type Leave = (question: string, reason: string | null) => Promise<Outcome<unknown>>;
type Props = { items: readonly ReviewItem[]; questionnaireHref: string; leave: Leave | undefined };

/** As many as one takes in at a glance. */
const FEW = 6;

/** Questions without an answer: to be answered, or to be left open with a reason. */
export function OpenQuestions(props: Props) {
  const { length } = props.items;
  if (length <= FEW) return <QuestionLines {...props} />;
  return (
    <details>
      <summary className="mb-3 min-h-6 text-accent">Show all {length} questions</summary>
      <QuestionLines {...props} />
    </details>
  );
}

function QuestionLines({ items, questionnaireHref, leave }: Props) {
  return (
    <ul className="divide-y divide-hairline rounded-panel border border-hairline">
      {items.map((item) => (
        <li key={item.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3">
          <div className="min-w-0 flex-1 basis-72">
            <TextLink href={`${questionnaireHref}?question=${item.id}`}>{item.asks}</TextLink>
            {item.leftOpen && (
              <p className="wrap-anywhere mt-1 whitespace-pre-line text-muted">
                Left open by {item.leftOpen.by}: {item.leftOpen.reason}
              </p>
            )}
          </div>
          {leave &&
            (item.leftOpen ? <TakeUp item={item} leave={leave} /> : <LeaveOpenDialog item={item} leave={leave} />)}
        </li>
      ))}
    </ul>
  );
}

function LeaveOpenDialog({ item, leave }: { item: ReviewItem; leave: Leave }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" aria-label={`Leave open: ${item.asks}`}>
          Leave open
        </Button>
      }
      title="Leave this question open"
      description={item.asks}
    >
      <OutcomeForm
        action={(fields) => leave(item.id, String(fields.get("reason") ?? ""))}
        onDone={() => {
          setOpen(false);
          toast("Left open with a reason");
        }}
        submit="Leave it open"
        submitting="Storing"
      >
        {(errors) => (
          <TextArea
            label="Why it stays without an answer"
            hint="Whoever signs reads it"
            name="reason"
            rows={3}
            maxLength={2_000}
            required
            error={errors.reason}
          />
        )}
      </OutcomeForm>
    </Dialog>
  );
}

function TakeUp({ item, leave }: { item: ReviewItem; leave: Leave }) {
  const { run, refused, pending } = useOutcome(() => toast("Taken up again"));
  return (
    <div className="grid justify-items-end gap-2">
      <Button
        size="small"
        pending={pending}
        aria-label={`Take up again: ${item.asks}`}
        onClick={() => run(() => leave(item.id, null))}
      >
        Take up again
      </Button>
      {refused && <ErrorNotice title={refused.message} detail={refused.detail} />}
    </div>
  );
}
