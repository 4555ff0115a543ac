"use client";
import { useRouter } from "next/navigation";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";

type Props = {
  action: (fields: FormData) => Promise<Outcome<{ assessment: string }>>;
  home: string;
  clusters: readonly { id: string; name: string; lastScan: unknown }[];
  /** ISO date. */
  today: string;
};

/** One pass over some clusters, from a day on. */
export function AssessmentForm({ action, home, clusters, today }: Props) {
  const router = useRouter();
  return (
    <OutcomeForm
      action={action}
      onDone={({ assessment }) => router.push(`${home}/${assessment}`)}
      submit="Start the assessment"
      submitting="Storing"
    >
      {(errors) => (
        <>
          <TextField
            label="Name"
            name="name"
            hint="For example: Winter 2026"
            required
            maxLength={80}
            error={errors.name}
          />
          <TextField
            label="Starts on"
            name="startsOn"
            type="date"
            defaultValue={today}
            required
            error={errors.startsOn}
            hint="An assessment takes about two weeks"
          />
          <ChoiceGroup
            kind="checkbox"
            label="Clusters"
            name="clusters"
            choices={clusters.map(({ id, name, lastScan }) => ({
              value: id,
              label: name,
              hint: lastScan ? "scanned" : "not scanned yet",
            }))}
            defaultValues={clusters.map(({ id }) => id)}
            error={errors.clusters}
          />
        </>
      )}
    </OutcomeForm>
  );
}
