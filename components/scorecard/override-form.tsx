"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";

/** Takes `of`, `subject`, `value` and `reason`; with `back` the override is taken back. */
export type SaveOverride = (fields: FormData) => Promise<Outcome<unknown>>;

type Props = {
  of: "risk" | "effort";
  /** Id of the finding or the initiative. */
  subject: string;
  /** What was computed, with its unit: "12 risk points". */
  computed: string;
  /** "Risk points, 1 to 25" or "Person-days". */
  label: string;
  max: number;
  override: { value: number; reason: string } | null;
  /** What the button says that opens it. */
  opens?: string;
  save: SaveOverride;
};

/** A person's own value beside the computed one, with the reason for it. */
export function OverrideForm(props: Props) {
  const { of, subject, computed, override, save } = props;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Button size="small" onClick={() => setOpen(true)} className="print:hidden">
        {props.opens ?? (override ? `Change your ${of}` : `Set another ${of}`)}
      </Button>
    );
  }
  const done = () => {
    setOpen(false);
    router.refresh();
  };
  return (
    <div className="flex flex-col gap-4 rounded-panel border border-hairline bg-sunken p-4">
      <p className="text-muted">Computed: {computed}. It stays visible beside yours.</p>
      <OutcomeForm action={save} onDone={done} submit={`Set the ${of}`} submitting="Storing">
        {(errors) => <OverrideFields {...props} errors={errors} />}
      </OutcomeForm>
      <div className="flex flex-wrap gap-2">
        {override && (
          <OutcomeForm action={save} onDone={done} submit="Take yours back" submitting="Storing">
            {() => <HiddenFields values={{ of, subject, back: "yes" }} />}
          </OutcomeForm>
        )}
        <Button variant="quiet" onClick={() => setOpen(false)}>
          Leave it as it is
        </Button>
      </div>
    </div>
  );
}

function OverrideFields({ of, subject, label, max, override, errors }: Props & { errors: Record<string, string> }) {
  const least = of === "risk" ? 1 : 0.5;
  return (
    <>
      <HiddenFields values={{ of, subject }} />
      <TextField
        label={label}
        name="value"
        type="number"
        inputMode="decimal"
        step={least}
        min={least}
        max={max}
        defaultValue={override?.value}
        error={errors.value}
        required
      />
      <TextArea
        label="Reason"
        name="reason"
        rows={3}
        defaultValue={override?.reason}
        error={errors.reason}
        hint="Whoever signs off reads this."
        required
      />
    </>
  );
}

function HiddenFields({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
