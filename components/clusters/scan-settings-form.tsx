"use client";
import { useRouter } from "next/navigation";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { PROBED_KINDS } from "#lib/contracts/inputs.ts";
import type { Outcome } from "#lib/contracts/refusal.ts";

type Props = {
  action: (fields: FormData) => Promise<Outcome<{ scan: string | null }>>;
  /** Where scans stand: ".../clusters/<id>/scans". */
  scansHref: string;
  now: {
    minReplicas: number;
    probedKinds: readonly string[];
    allowedRegistries: readonly string[];
    mostRequestedPercent: number;
  };
};

const KINDS = PROBED_KINDS.map((value) => ({ value, label: value }));

/** What this cluster decides itself where good engineers disagree; the newest snapshot is judged by it at once. */
export function ScanSettingsForm({ action, scansHref, now }: Props) {
  const router = useRouter();
  const registriesError = (errors: Record<string, string>) =>
    Object.entries(errors).find(([name]) => name.startsWith("allowedRegistries"))?.[1];
  return (
    <OutcomeForm
      action={action}
      onDone={({ scan }) => (scan ? router.push(`${scansHref}/${scan}`) : router.refresh())}
      submit="Store and scan again"
      submitting="Scanning"
    >
      {(errors) => (
        <>
          <TextField
            label="Fewest replicas"
            name="minReplicas"
            type="number"
            min={2}
            max={10}
            defaultValue={now.minReplicas}
            hint="The field asks for 2; some ask for 3"
            error={errors.minReplicas}
          />
          <ChoiceGroup
            inline
            kind="checkbox"
            label="Kinds that need probes"
            name="probedKinds"
            choices={KINDS}
            defaultValues={now.probedKinds}
            error={errors.probedKinds}
          />
          <TextArea
            label="Registries allowed"
            name="allowedRegistries"
            rows={3}
            defaultValue={now.allowedRegistries.join("\n")}
            hint="One a line, such as registry.example/team; empty: not decided"
            optional
            error={registriesError(errors)}
          />
          <TextField
            label="Room of the nodes that may be asked for, in percent"
            name="mostRequestedPercent"
            type="number"
            min={50}
            max={100}
            defaultValue={now.mostRequestedPercent}
            hint="Beyond 85 %, few nodes can take over one of theirs"
            error={errors.mostRequestedPercent}
          />
        </>
      )}
    </OutcomeForm>
  );
}
