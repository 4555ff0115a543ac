import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { DaysFields } from "./days-fields.tsx";
import { describedBy } from "./described-fields.ts";
import type { EvidenceActions, EvidenceView } from "./evidence-data.ts";
import { TitleField } from "./title-field.tsx";

type Props = { question: string; view: EvidenceView; add: EvidenceActions["addLink"]; onDone: () => void };

/** The address of something that lies elsewhere. */
export function LinkForm({ question, view, add, onDone }: Props) {
  return (
    <OutcomeForm
      action={(fields) => add({ ...describedBy(question, fields), url: String(fields.get("url") ?? "") })}
      onDone={onDone}
      submit="Add the link"
      submitting="Storing"
    >
      {(errors) => (
        <>
          <TextField
            label="Address"
            name="url"
            type="url"
            inputMode="url"
            maxLength={2_000}
            placeholder="https://"
            hint="The portal keeps the address and never opens it. Those who follow it need access there."
            autoComplete="off"
            spellCheck={false}
            required
            error={errors.url}
          />
          <TitleField hint="What one finds there" error={errors.title} />
          <DaysFields view={view} errors={errors} />
        </>
      )}
    </OutcomeForm>
  );
}
