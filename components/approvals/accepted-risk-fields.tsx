import { SelectField } from "#components/ui/select-field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { addDays } from "#lib/presentation/dates.ts";
import { formatRisk } from "#lib/presentation/numbers.ts";
import type { Approvals, WaitingVersion } from "./approvals.ts";

const A_QUARTER = 91;

type Props = Pick<Approvals, "members" | "self" | "today"> & {
  risk: WaitingVersion["left"][number];
  accepted: boolean;
  onAccept: (yes: boolean) => void;
  errorOf: (field: string) => string | undefined;
};

/** A risk that the plan leaves; once it is ticked, who answers for it, why, and until when. */
export function AcceptedRiskFields({ risk, members, self, today, accepted, onAccept, errorOf }: Props) {
  return (
    <div className="rounded-panel border border-hairline px-4 py-3">
      <label className="flex items-start gap-3">
        <input
          type="checkbox"
          name="accepted"
          value={risk.id}
          checked={accepted}
          onChange={(event) => onAccept(event.target.checked)}
          className="mt-0.5 size-5 shrink-0 accent-accent"
        />
        <span className="min-w-0">
          <span className="block font-strong">{risk.title}</span>
          <span className="block text-muted">
            {formatRisk(risk.risk)}. {risk.why}
          </span>
        </span>
      </label>
      {accepted && (
        <div className="mt-4 grid gap-4 sm:pl-8">
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              label="Owner"
              name={`owner ${risk.id}`}
              defaultValue={self}
              choices={members.map(({ id, name }) => ({ value: id, label: name }))}
              error={errorOf("owner")}
            />
            <TextField
              label="Until"
              name={`endsOn ${risk.id}`}
              type="date"
              min={addDays(today, 1)}
              defaultValue={addDays(today, A_QUARTER)}
              required
              error={errorOf("endsOn")}
            />
          </div>
          <TextArea
            label="Reason"
            name={`reason ${risk.id}`}
            rows={2}
            maxLength={2_000}
            hint="Why it may stay, and what holds the hazard meanwhile"
            required
            error={errorOf("reason")}
          />
        </div>
      )}
    </div>
  );
}
