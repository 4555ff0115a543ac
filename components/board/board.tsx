"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { ClaimDialog } from "#components/roadmap/claim-button.tsx";
import { type AssignOwner, InitiativeControls, type StepInitiative } from "#components/roadmap/initiative-controls.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { useQueryValue } from "#components/ui/use-query-value.ts";
import { BOARD_COLUMNS, type Board, type BoardColumn, type Card, type OpenCheck } from "#lib/planning/board.ts";
import { BoardCard } from "./board-card.tsx";
import { BoardLane } from "./board-lane.tsx";
import { stepInto } from "./board-steps.ts";

type Props = {
  board: Board;
  open: Readonly<Record<string, readonly OpenCheck[]>>;
  members: readonly { id: string; name: string }[];
  self: string;
  /** Whose cards the address asks for. */
  owner: string | null;
  scorecardHref: string;
  checksHref: string;
  /** For who may claim. */
  step?: StepInitiative;
  assign?: AssignOwner;
};

const NOBODY = "nobody";

/** The plan that runs as columns; cards move by their buttons or by dragging, and no hand moves one to what is verified. */
export function PlanBoard({ board, open, members, self, owner, scorecardHref, checksHref, step, assign }: Props) {
  const router = useRouter();
  const [whose, setWhose] = useQueryValue("owner", owner);
  const [dragged, setDragged] = useState<Card | null>(null);
  const [claimed, setClaimed] = useState<Card | null>(null);
  const { run, refused } = useOutcome<unknown>(() => router.refresh());
  const isShown = (card: Card) => whose === null || (whose === NOBODY ? card.ownerId === null : card.ownerId === whose);
  const drop = (column: BoardColumn) => {
    const card = dragged;
    setDragged(null);
    if (!card || !step) return;
    const next = stepInto(card.state, column);
    if (next === "claim") setClaimed(card);
    else if (next) void run(() => step(card.initiative, next));
    else if (column === "verified" && card.state !== "verified")
      toast("Only a scan verifies. Claim it, and scan again.");
  };
  return (
    <>
      <div className="mb-4 max-w-60">
        <SelectField
          label="Whose"
          value={whose ?? ""}
          onChange={(event) => setWhose(event.target.value || null)}
          choices={[
            { value: "", label: "Everybody's" },
            { value: self, label: "Mine" },
            ...members.filter(({ id }) => id !== self).map(({ id, name }) => ({ value: id, label: name })),
            { value: NOBODY, label: "Nobody's yet" },
          ]}
        />
      </div>
      <p role="status" className="text-sm empty:hidden">
        {refused ? `${refused.message} ${refused.detail}` : ""}
      </p>
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-4">
        {BOARD_COLUMNS.map((column) => (
          <BoardLane
            key={column}
            column={column}
            cards={board.columns[column].filter(isShown)}
            takes={dragged !== null && stepInto(dragged.state, column) !== null}
            onDrop={step && (() => drop(column))}
          >
            {(card) => (
              <BoardCard
                key={card.initiative}
                card={card}
                open={open[card.initiative] ?? []}
                scorecardHref={scorecardHref}
                checksHref={checksHref}
                onDragStart={step && card.state !== "verified" ? () => setDragged(card) : undefined}
                onDragEnd={() => setDragged(null)}
                controls={
                  step && assign ? (
                    <InitiativeControls {...card} members={members} step={step} assign={assign} />
                  ) : undefined
                }
              />
            )}
          </BoardLane>
        ))}
      </div>
      {claimed && step && (
        <ClaimDialog
          title={claimed.title}
          claim={(days) => step(claimed.initiative, "claim", days)}
          onDone={() => {
            setClaimed(null);
            router.refresh();
          }}
          open
          onOpenChange={() => setClaimed(null)}
        />
      )}
    </>
  );
}
