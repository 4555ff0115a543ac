"use client";
import { useRouter } from "next/navigation";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { formatDate } from "#lib/presentation/dates.ts";

type Props = {
  action: (fields: FormData) => Promise<Outcome<{ assessment: string }>>;
  home: string;
  clusters: readonly { id: string; name: string; lastScan: unknown }[];
  /** Assessments whose answers can be carried forward, newest first. */
  earlier: readonly { id: string; name: string; startsOn: string }[];
  /** ISO date. */
  today: string;
};

/** One pass over some clusters, from a day on. */
export function AssessmentForm({ action, home, clusters, earlier, today }: Props) {
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
          {earlier.length > 0 && (
            <SelectField
              label="Carry answers forward from"
              name="carryFrom"
              defaultValue=""
              choices={[
                { value: "", label: "No assessment, start empty" },
                ...earlier.map(({ id, name, startsOn }) => ({ value: id, label: `${name}, ${formatDate(startsOn)}` })),
              ]}
              hint="Each answer waits to be confirmed or changed, and counts from then on. Where a question was worded anew, you see what changed."
              error={errors.carryFrom}
            />
          )}
        </>
      )}
    </OutcomeForm>
  );
}
