"use client";

import { useRouter } from "next/navigation";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Button } from "#components/ui/button.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import type { InitiativeState } from "#lib/planning/roadmap.ts";
import { ClaimButton } from "./claim-button.tsx";

export type InitiativeStep = "start" | "claim" | "withdraw";
/** `days`: with a claim, the person-days that it took. */
export type StepInitiative = (
  initiative: string,
  step: InitiativeStep,
  days?: number | null,
) => Promise<Outcome<unknown>>;
export type AssignOwner = (initiative: string, owner: string | null) => Promise<Outcome<unknown>>;

type Props = {
  initiative: string;
  title: string;
  state: InitiativeState;
  ownerId: string | null;
  members: readonly { id: string; name: string }[];
  step: StepInitiative;
  assign: AssignOwner;
};

const NEXT: Record<InitiativeState, readonly { step: InitiativeStep; says: string }[]> = {
  planned: [{ step: "start", says: "Start" }],
  started: [{ step: "claim", says: "Claim as done" }],
  reopened: [{ step: "claim", says: "Claim as done again" }],
  claimed: [{ step: "withdraw", says: "Withdraw the claim" }],
  verified: [],
};

/** Who has an initiative, and its next step. Only a later scan verifies. */
export function InitiativeControls({ initiative, title, state, ownerId, members, step, assign }: Props) {
  const router = useRouter();
  const { run, refused, pending } = useOutcome<unknown>(() => router.refresh());
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <select
        aria-label={`Owner of ${title}`}
        value={ownerId ?? ""}
        disabled={pending}
        onChange={(event) => run(() => assign(initiative, event.target.value || null))}
        className="h-7 max-w-48 rounded-control border border-rule/50 bg-surface px-2 text-sm hover:border-rule"
      >
        <option value="">No owner yet</option>
        {members.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {NEXT[state].map(({ step: next, says }) =>
        next === "claim" ? (
          <ClaimButton
            key={next}
            title={title}
            says={says}
            claim={(days) => step(initiative, next, days)}
            onDone={() => router.refresh()}
          />
        ) : (
          <Button key={next} size="small" pending={pending} onClick={() => run(() => step(initiative, next))}>
            {says}
          </Button>
        ),
      )}
      <p role="status" className="text-xs">
        {refused ? `${refused.message} ${refused.detail}` : ""}
      </p>
    </div>
  );
}
