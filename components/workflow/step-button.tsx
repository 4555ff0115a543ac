"use client";

import { toast } from "sonner";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";

type Props = { title: string; done: string; disabled: boolean; take: () => Promise<Outcome<unknown>> };

/** Takes a step that needs no more words: submit, accept. */
export function StepButton({ title, done, disabled, take }: Props) {
  const { run, refused, pending } = useOutcome(() => toast(done));
  return (
    <div className="grid max-w-md justify-items-start gap-3">
      <Button variant="primary" disabled={disabled} pending={pending} onClick={() => run(take)}>
        {pending ? "Storing" : title}
      </Button>
      {refused && <ErrorNotice title={refused.message} detail={refused.detail} />}
    </div>
  );
}
