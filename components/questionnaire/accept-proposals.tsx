"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { formatThings } from "#lib/presentation/numbers.ts";

export type AcceptAll = (questions: string[]) => Promise<Outcome<{ accepted: string[] }>>;

/** Takes all that the scans prove as answers, in one go. Questions that somebody answered are left alone. */
export function AcceptProposals({ questions, acceptAll }: { questions: string[]; acceptAll: AcceptAll }) {
  const router = useRouter();
  const { run, refused, pending } = useOutcome<{ accepted: string[] }>(({ accepted }) => {
    toast(`${formatThings(accepted.length, "proposal")} accepted`);
    router.refresh();
  });
  return (
    <div className="mb-5 flex flex-col gap-3 rounded-panel border border-rule border-dashed p-3.5">
      <p>
        The scans propose answers to {formatThings(questions.length, "question")}. You can change each one afterwards.
      </p>
      {refused && <ErrorNotice title={refused.message} detail={refused.detail} />}
      <Button pending={pending} onClick={() => run(() => acceptAll(questions))}>
        {pending ? "Storing" : `Accept ${formatThings(questions.length, "proposal")}`}
      </Button>
    </div>
  );
}
