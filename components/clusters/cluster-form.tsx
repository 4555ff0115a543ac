"use client";
import { useRouter } from "next/navigation";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { DISTRIBUTIONS } from "#lib/contracts/inputs.ts";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { DISTRIBUTION_NAMES } from "#lib/presentation/distributions.ts";

type Props = {
  action: (fields: FormData) => Promise<Outcome<{ cluster: string }>>;
  /** Where clusters live: "/meridian-freight/clusters". */
  home: string;
  now?: { name: string; distribution: string; criticality: number; dataSensitivity: number };
};

const SCALE = ["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }));

/** A cluster as people know it: its name, who runs its control plane, and what is at stake. */
export function ClusterForm({ action, home, now }: Props) {
  const router = useRouter();
  return (
    <OutcomeForm
      action={action}
      onDone={({ cluster }) => router.push(`${home}/${cluster}`)}
      submit={now ? "Change the cluster" : "Create the cluster"}
      submitting="Storing"
    >
      {(errors) => (
        <>
          <TextField
            label="Name"
            name="name"
            defaultValue={now?.name}
            hint="As your teams call it"
            required
            maxLength={80}
            error={errors.name}
          />
          <SelectField
            label="Distribution"
            name="distribution"
            defaultValue={now?.distribution ?? ""}
            placeholder="Choose one"
            hint="On a managed one the provider runs the control plane"
            choices={DISTRIBUTIONS.map((value) => ({ value, label: DISTRIBUTION_NAMES[value] }))}
            error={errors.distribution}
          />
          <ChoiceGroup
            inline
            label="Criticality"
            name="criticality"
            choices={SCALE}
            defaultValues={[String(now?.criticality ?? 3)]}
            hint="1: nobody would notice · 5: the business stands still"
            error={errors.criticality}
          />
          <ChoiceGroup
            inline
            label="Data sensitivity"
            name="dataSensitivity"
            choices={SCALE}
            defaultValues={[String(now?.dataSensitivity ?? 3)]}
            hint="1: public · 5: regulated or secret"
            error={errors.dataSensitivity}
          />
        </>
      )}
    </OutcomeForm>
  );
}
