"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { CURRENCIES } from "#lib/contracts/currencies.ts";
import { formatDays } from "#lib/presentation/numbers.ts";
import { AcceptedRiskFields } from "./accepted-risk-fields.tsx";
import type { Approvals, Approve, WaitingVersion } from "./approvals.ts";

type Props = Pick<Approvals, "members" | "self" | "today"> & { waiting: WaitingVersion; approve: Approve };

/** The budget, what is accepted of what stays, and the word of a leader. */
export function ApproveForm({ waiting, members, self, today, approve }: Props) {
  const { version, days, left } = waiting;
  const router = useRouter();
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  return (
    <OutcomeForm
      action={(fields) => approve(version, fields)}
      onDone={() => {
        toast(`Version ${version} is approved`);
        router.refresh();
      }}
      submit={`Approve version ${version}`}
      submitting="Approving"
    >
      {(errors) => (
        <>
          <p className="reading-width">
            Version {version} takes {formatDays(days)}. Once it is approved it stays as it is, with a digest by which
            anybody can check it.
          </p>
          <div className="grid gap-5 sm:grid-cols-3">
            <TextField
              label="Budget in person-days"
              name="days"
              type="number"
              min={days}
              step="any"
              defaultValue={days}
              required
              error={errors.days}
            />
            <TextField
              label="What a day costs"
              name="amount"
              type="number"
              min={1}
              step="any"
              optional
              error={errors["rate.amount"]}
            />
            <SelectField
              label="Currency"
              name="currency"
              choices={CURRENCIES.map((code) => ({ value: code, label: code }))}
              error={errors["rate.currency"]}
            />
          </div>
          {left.length > 0 && (
            <fieldset className="grid gap-2">
              <legend className="font-strong">Risks that the plan leaves</legend>
              <p className="text-muted text-xs">
                Tick those that you accept until a day. The others stay open, and nobody answers for them.
              </p>
              {left.map((risk) => (
                <AcceptedRiskFields
                  key={risk.id}
                  risk={risk}
                  members={members}
                  self={self}
                  today={today}
                  accepted={accepted.includes(risk.id)}
                  onAccept={(yes) =>
                    setAccepted(left.map(({ id }) => id).filter((id) => (id === risk.id ? yes : accepted.includes(id))))
                  }
                  errorOf={(field) => errors[`accepted.${accepted.indexOf(risk.id)}.${field}`]}
                />
              ))}
            </fieldset>
          )}
          <TextArea label="Note" name="note" rows={3} maxLength={2_000} optional error={errors.note} />
        </>
      )}
    </OutcomeForm>
  );
}
