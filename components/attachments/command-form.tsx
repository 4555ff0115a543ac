import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { CONTROL_CLASS } from "#components/ui/control-class.ts";
import { Field } from "#components/ui/field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { DaysFields } from "./days-fields.tsx";
import { describedBy } from "./described-fields.ts";
import type { EvidenceActions, EvidenceView } from "./evidence-data.ts";
import { TitleField } from "./title-field.tsx";

type Props = { question: string; view: EvidenceView; add: EvidenceActions["addCommand"]; onDone: () => void };

/** A command that was run, with what it printed. */
export function CommandForm({ question, view, add, onDone }: Props) {
  const send = (fields: FormData) =>
    add({
      ...describedBy(question, fields),
      command: String(fields.get("command") ?? ""),
      output: String(fields.get("output") ?? ""),
    });
  return (
    <OutcomeForm action={send} onDone={onDone} submit="Add the command" submitting="Storing">
      {(errors) => (
        <>
          <TextField
            label="Command"
            name="command"
            maxLength={2_000}
            className="font-mono"
            placeholder="kubectl get networkpolicies --all-namespaces"
            autoComplete="off"
            spellCheck={false}
            required
            error={errors.command}
          />
          <Field
            label="Output"
            hint="Paste what it printed. Write [redacted] over passwords, tokens and keys: an output that holds one is refused."
            error={errors.output}
          >
            {(ids) => (
              <textarea
                {...ids}
                name="output"
                rows={8}
                maxLength={200_000}
                autoComplete="off"
                spellCheck={false}
                required
                className={`${CONTROL_CLASS} max-h-80 resize-y overflow-auto whitespace-pre py-2 font-mono leading-5 md:text-xs`}
              />
            )}
          </Field>
          <TitleField hint="What it shows" error={errors.title} />
          <DaysFields view={view} errors={errors} />
        </>
      )}
    </OutcomeForm>
  );
}
