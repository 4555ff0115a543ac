import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";

export type ProposedScope = { check: string; kind: string; namespace: string; name: string };

type Props = {
  checks: readonly { id: string; title: string }[];
  members: readonly { id: string; name: string }[];
  self: string;
  today: string;
  proposed: ProposedScope;
  accept: (fields: FormData) => Promise<Outcome<unknown>>;
  onDone: () => void;
};

/** What is accepted, where, who answers for it, why, and until when. */
export function ExceptionForm({ checks, members, self, today, proposed, accept, onDone }: Props) {
  return (
    <OutcomeForm action={accept} onDone={onDone} submit="Accept the exception" submitting="Storing">
      {(errors) => (
        <>
          <SelectField
            label="Check"
            name="check"
            defaultValue={proposed.check}
            placeholder="Choose one"
            choices={checks.map(({ id, title }) => ({ value: id, label: `${id}: ${title}` }))}
            error={errors.check}
          />
          <ScopeFields proposed={proposed} errors={errors} />
          <SelectField
            label="Owner"
            name="owner"
            defaultValue={self}
            hint="Who answers for it, and is asked when it ends"
            choices={members.map(({ id, name }) => ({ value: id, label: name }))}
            error={errors.owner}
          />
          <TextArea
            label="Reason"
            name="reason"
            rows={3}
            maxLength={2_000}
            hint="Why it may stay as it is, and what holds the hazard meanwhile"
            required
            error={errors.reason}
          />
          <TextField label="Ends on" name="endsOn" type="date" min={today} required error={errors.endsOn} />
        </>
      )}
    </OutcomeForm>
  );
}

function ScopeFields({ proposed, errors }: { proposed: ProposedScope; errors: Record<string, string> }) {
  const fields = [
    { label: "Kind", name: "kind" },
    { label: "Namespace", name: "namespace" },
    { label: "Name", name: "name" },
  ] as const;
  return (
    <div className="grid gap-5 sm:grid-cols-3">
      {fields.map(({ label, name }) => (
        <TextField
          key={name}
          label={label}
          name={name}
          defaultValue={proposed[name]}
          maxLength={253}
          autoComplete="off"
          spellCheck={false}
          optional
          error={errors[name]}
        />
      ))}
    </div>
  );
}
