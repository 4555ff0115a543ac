"use client";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";

/** Changing the password ends every session, this one too. */
export function PasswordForm({ action }: { action: (fields: FormData) => Promise<Outcome<unknown>> }) {
  return (
    <OutcomeForm
      action={action}
      onDone={() => window.location.assign("/sign-in")}
      submit="Change the password"
      submitting="Storing"
    >
      {(errors) => (
        <>
          <TextField
            label="Current password"
            name="current"
            type="password"
            autoComplete="current-password"
            required
            error={errors.current}
          />
          <TextField
            label="New password"
            name="next"
            type="password"
            autoComplete="new-password"
            hint="At least 12 characters. All sessions end, this one too."
            required
            error={errors.next}
          />
        </>
      )}
    </OutcomeForm>
  );
}
