import { TextField } from "#components/ui/text-field.tsx";
import type { EvidenceView } from "./evidence-data.ts";

type Props = { view: Pick<EvidenceView, "today" | "usualEnd">; errors: Record<string, string> };

/** When it was seen, and until when it speaks. */
export function DaysFields({ view, errors }: Props) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        label="Observed on"
        name="observedOn"
        type="date"
        defaultValue={view.today}
        max={view.today}
        required
        error={errors.observedOn}
      />
      <TextField
        label="Valid until"
        name="validUntil"
        type="date"
        defaultValue={view.usualEnd}
        hint="After this day it is shown as ended"
        required
        error={errors.validUntil}
      />
    </div>
  );
}
