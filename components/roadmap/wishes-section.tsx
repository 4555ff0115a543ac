"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Section } from "#components/ui/section.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { formatDate } from "#lib/presentation/dates.ts";

export type Wish = { remedy: string; notBefore: string | null; doneBy: string | null; reason: string; by: string };
export type WishInput = Omit<Wish, "by">;

type Props = {
  wishes: readonly Wish[];
  /** What one may wish something of, by remedy. */
  remedies: readonly { id: string; title: string }[];
  mayPlan: boolean;
  set: (wish: WishInput) => Promise<Outcome<unknown>>;
  remove: (remedy: string) => Promise<Outcome<unknown>>;
};

/** What people want of the order: not before a day, done by one, or both, which pins it. The next plan keeps it. */
export function WishesSection({ wishes, remedies, mayPlan, set, remove }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { run, refused, pending } = useOutcome<unknown>(() => router.refresh());
  const titles = new Map(remedies.map(({ id, title }) => [id, title]));
  const done = () => {
    setOpen(false);
    router.refresh();
  };
  return (
    <Section
      title="Wishes"
      id="wishes"
      lede="What may not start before a day, or must be done by one. The next plan keeps every wish, or says which of them clash."
      aside={
        mayPlan && (
          <Dialog
            title="Wish something of the plan"
            open={open}
            onOpenChange={setOpen}
            trigger={<Button>Add a wish</Button>}
          >
            <OutcomeForm
              action={(fields) => set(wishIn(fields))}
              onDone={done}
              submit="Keep this wish"
              submitting="Storing"
            >
              {(errors) => (
                <>
                  <SelectField
                    label="Initiative"
                    name="remedy"
                    choices={remedies.map(({ id, title }) => ({ value: id, label: title }))}
                    error={errors.remedy}
                  />
                  <div className="grid gap-4 sm:grid-cols-2">
                    <TextField label="Not before" name="notBefore" type="date" error={errors.notBefore} optional />
                    <TextField label="Done by" name="doneBy" type="date" error={errors.doneBy} optional />
                  </div>
                  <TextField
                    label="Reason"
                    name="reason"
                    placeholder="The audit is in May"
                    error={errors.reason}
                    required
                  />
                </>
              )}
            </OutcomeForm>
          </Dialog>
        )
      }
    >
      <p role="status" className="text-sm empty:hidden">
        {refused ? `${refused.message} ${refused.detail}` : ""}
      </p>
      {wishes.length === 0 ? (
        <p className="text-muted">Nobody wishes anything: the planner is free.</p>
      ) : (
        <TableFrame label="Wishes">
          <table className="data-table min-w-[40rem]">
            <thead>
              <tr>
                <th scope="col">Initiative</th>
                <th scope="col">Wish</th>
                <th scope="col">Reason</th>
                {mayPlan && <th scope="col">Loosen</th>}
              </tr>
            </thead>
            <tbody>
              {wishes.map((wish) => (
                <tr key={wish.remedy}>
                  <th scope="row">{titles.get(wish.remedy) ?? wish.remedy}</th>
                  <td>{sayWish(wish)}</td>
                  <td className="wrap-anywhere">
                    {wish.reason}
                    <span className="block text-muted text-xs">{wish.by}</span>
                  </td>
                  {mayPlan && (
                    <td>
                      <Button
                        size="small"
                        pending={pending}
                        aria-label={`Take back the wish for ${titles.get(wish.remedy) ?? wish.remedy}`}
                        onClick={() => run(() => remove(wish.remedy))}
                      >
                        Take back
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Section>
  );
}

function wishIn(fields: FormData): WishInput {
  const text = (name: string) => String(fields.get(name) ?? "");
  return {
    remedy: text("remedy"),
    notBefore: text("notBefore") || null,
    doneBy: text("doneBy") || null,
    reason: text("reason"),
  };
}

function sayWish({ notBefore, doneBy }: Wish): string {
  if (notBefore && doneBy) return `from ${formatDate(notBefore)}, done by ${formatDate(doneBy)}`;
  return notBefore ? `not before ${formatDate(notBefore)}` : `done by ${formatDate(doneBy ?? "")}`;
}
