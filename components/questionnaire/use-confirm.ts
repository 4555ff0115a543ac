"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useOutcome } from "#components/forms/use-outcome.ts";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { formatThings } from "#lib/presentation/numbers.ts";

export type ConfirmAnswers = (questions: string[]) => Promise<Outcome<{ confirmed: string[] }>>;

/** Confirms answers and draws the page anew, since what counts has changed. */
export function useConfirm(confirmAnswers: ConfirmAnswers) {
  const router = useRouter();
  const { run, refused, pending } = useOutcome<{ confirmed: string[] }>(({ confirmed }) => {
    toast(`${formatThings(confirmed.length, "answer")} confirmed`);
    router.refresh();
  });
  return { confirm: (questions: string[]) => run(() => confirmAnswers(questions)), refused, pending };
}
