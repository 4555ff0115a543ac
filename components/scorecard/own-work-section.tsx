"use client";

import { useRouter } from "next/navigation";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
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
          <Dialog
            title={`Remove “${own.title}”`}
            description="What was written about it goes with it. Findings of initiatives that it replaced are theirs again."
            trigger={<Button size="small">Remove it</Button>}
          >
            <Button variant="primary" pending={pending} onClick={() => run(() => actions.remove(own.id))}>
              Remove the initiative
            </Button>
            <p role="status" className="mt-3 text-sm empty:hidden">
              {refused ? `${refused.message} ${refused.detail}` : ""}
            </p>
          </Dialog>
        </div>
      )}
    </div>
  );
}
