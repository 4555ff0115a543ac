"use client";
import type { FormEvent, ReactNode } from "react";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { useOutcome } from "./use-outcome.ts";

type Props<T> = {
  action: (fields: FormData) => Promise<Outcome<T>>;
  onDone: (value: T) => void;
  submit: string;
  submitting?: string;
  /** Fields, given what is wrong with each by its name. */
  children: (errors: Record<string, string>) => ReactNode;
};

/** A form that keeps what was typed whatever happens, and says beside each field what does not fit. */
export function OutcomeForm<T>({ action, onDone, submit, submitting, children }: Props<T>) {
  const { run, refused, pending } = useOutcome(onDone);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    void run(() => action(fields));
  };
  return (
    // "post": sent before the script is there, what was typed must not end up in the address.
    <form method="post" onSubmit={send} noValidate className="grid max-w-xl gap-5">
      {refused ? <ErrorNotice title={refused.message} detail={refused.detail} /> : null}
      {children(refused?.fields ?? {})}
      <div>
        <SubmitButton pending={pending} pendingLabel={submitting}>
          {submit}
        </SubmitButton>
      </div>
    </form>
  );
}
