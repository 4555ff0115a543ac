"use client";

import { useRouter } from "next/navigation";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Button } from "#components/ui/button.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import type { OwnInitiative } from "#lib/planning/own-initiative.ts";
import { OwnWorkDialog, type SaveOwnWork } from "./own-work-dialog.tsx";
import type { OwnWorkChoices } from "./own-work-fields.tsx";

export type RemoveOwnWork = (id: string) => Promise<Outcome<unknown>>;
/** What somebody who may add work needs; left out for everybody else. */
export type OwnWorkActions = { choices: OwnWorkChoices; save: SaveOwnWork; remove: RemoveOwnWork };

/** Who added an initiative and why; changed and removed from here by whoever may. */
export function OwnWorkSection({ own, actions }: { own: OwnInitiative; actions?: OwnWorkActions }) {
  const router = useRouter();
  const { run, refused, pending } = useOutcome<unknown>(() => router.refresh());
  return (
    <div className="border-hairline border-t px-4 py-3.5">
      <h3 className="font-strong">Added by {own.by}</h3>
      <p className="wrap-anywhere mt-1">{own.reason}</p>
      {actions && (
        <div className="mt-3 flex flex-wrap gap-2 print:hidden">
          <OwnWorkDialog own={own} choices={actions.choices} save={actions.save} />
          <Button size="small" pending={pending} onClick={() => run(() => actions.remove(own.id))}>
            Remove it
          </Button>
        </div>
      )}
      <p role="status" className="text-sm empty:hidden">
        {refused ? `${refused.message} ${refused.detail}` : ""}
      </p>
    </div>
  );
}
