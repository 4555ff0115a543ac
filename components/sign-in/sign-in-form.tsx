"use client";
import { signIn } from "next-auth/react";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";

/** E-mail and password. `to` is a path of our own; the server checked it. */
export function SignInForm({ to }: { to: string }) {
  return (
    // A whole page load: nothing of an earlier session survives in memory.
    <OutcomeForm action={send} onDone={() => window.location.assign(to)} submit="Sign in" submitting="Signing in">
      {(errors) => (
        <>
          <TextField label="E-mail" name="email" type="email" autoComplete="username" required error={errors.email} />
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={errors.password}
          />
        </>
      )}
    </OutcomeForm>
  );
}

async function send(fields: FormData): Promise<Outcome<null>> {
  const email = String(fields.get("email") ?? "");
  const password = String(fields.get("password") ?? "");
  const missing = {
    ...(email ? {} : { email: "Enter your e-mail" }),
    ...(password ? {} : { password: "Enter your password" }),
  };
  if (Object.keys(missing).length > 0) return refused("Some of this is missing.", "", missing);
  const answer = await signIn("credentials", { email, password, redirect: false });
  if (answer?.ok && !answer.error) return { ok: true, value: null };
  if (answer?.error === "too-many-attempts") return refused("Too many attempts.", "Wait 15 minutes, then try again.");
  return refused(
    "E-mail or password is not right.",
    "Check both and try again. An admin of your organization can tell you which e-mail you are known by.",
  );
}

function refused(message: string, detail: string, fields: Record<string, string> = {}): Outcome<null> {
  return { ok: false, code: "refused", message, detail, fields, current: null };
}
