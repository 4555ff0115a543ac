"use client";

import { useRouter } from "next/navigation";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { ChoiceBox } from "#components/ui/choice-box.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";

type Props = {
  name: string;
  /** "" : the product's own. */
  accent: string;
  hasLogo: boolean;
  save: (fields: FormData) => Promise<Outcome<unknown>>;
};

/** Name, colour and logo of the consultancy. */
export function BrandingForm({ name, accent, hasLogo, save }: Props) {
  const router = useRouter();
  return (
    <OutcomeForm action={save} onDone={() => router.refresh()} submit="Save the branding" submitting="Saving">
      {(errors) => (
        <>
          <TextField label="Name of the consultancy" name="name" defaultValue={name} error={errors.name} required />
          <div className="max-w-48">
            <TextField
              label="Colour"
              name="accent"
              defaultValue={accent}
              placeholder="#0b5394"
              hint="Six digits, dark enough to be seen on paper."
              error={errors.accent}
              optional
            />
          </div>
          <Field label="Logo" hint="PNG or JPEG, at most 256 KiB and 2000 x 1000 pixels." error={errors.logo} optional>
            {(ids) => (
              <input
                {...ids}
                type="file"
                name="logo"
                accept="image/png,image/jpeg"
                className="max-w-full text-sm file:mr-3 file:h-9 file:rounded-control file:border file:border-rule/50 file:border-solid file:bg-surface file:px-3 file:text-ink"
              />
            )}
          </Field>
          {hasLogo && (
            <ChoiceBox type="checkbox" name="removeLogo" choice={{ value: "yes", label: "Take the logo away" }} />
          )}
        </>
      )}
    </OutcomeForm>
  );
}
