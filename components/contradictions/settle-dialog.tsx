"use client";

import { useState } from "react";
import { toast } from "sonner";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import type { DecisionKind } from "#lib/evidence/ledger/decision.ts";
import { addDays } from "#lib/presentation/dates.ts";
import { asSeen, type Decide, type LedgerItem } from "./ledger-item.ts";

type Settling = Exclude<DecisionKind, "reopened">;
type Props = {
  line: LedgerItem;
  /** The same control on other clusters, where it is open as well. */
  same: readonly LedgerItem[];
  today: string;
  settle: Decide;
};

const WAYS: Record<Settling, { button: string; title: string; says: string; submit: string; done: string }> = {
  "take-evidence": {
    button: "Take the evidence",
    title: "The evidence is right",
    says: "The answer will say what was seen. What it said before is kept in its comment.",
    submit: "Take the evidence",
    done: "The answer says what was seen",
  },
  "keep-claim": {
    button: "Keep the claim",
    title: "The answer is right",
    says: "The answer stays, with your reason beside it in the report. What was seen still decides the score.",
    submit: "Keep the claim",
    done: "The claim is kept, with its reason",
  },
  "scope-differs": {
    button: "Scope differs",
    title: "Both are right, about different things",
    says: "Say what the answer speaks about. It is open again by itself on the day that you choose.",
    submit: "Settle it",
    done: "Settled until the day on which to look again",
  },
};
const WAY_IDS: readonly Settling[] = ["take-evidence", "keep-claim", "scope-differs"];

/** The three ways to settle a contradiction, each with what follows from it. */
export function SettleDialog({ line, same, today, settle }: Props) {
  const [way, setWay] = useState<Settling | null>(null);
  return (
    <div className="flex flex-wrap gap-2">
      {WAY_IDS.map((id) => (
        <Button key={id} onClick={() => setWay(id)}>
          {WAYS[id].button}
        </Button>
      ))}
      {way && (
        <Dialog
          open
          onOpenChange={(open) => (open ? undefined : setWay(null))}
          title={WAYS[way].title}
          description={WAYS[way].says}
        >
          {line.now && <p className="mb-5 rounded-panel bg-sunken px-4 py-3">{line.now.sentence}</p>}
          <OutcomeForm
            action={(fields) => {
              fields.set("kind", way);
              const also = fields.getAll("also");
              fields.delete("also");
              return settleAll([line, ...same.filter(({ clusterId }) => also.includes(clusterId))], fields, settle);
            }}
            onDone={() => {
              toast(WAYS[way].done);
              setWay(null);
            }}
            submit={WAYS[way].submit}
            submitting="Storing"
          >
            {(errors) => (
              <>
                <WayFields way={way} today={today} errors={errors} />
                {way !== "take-evidence" && same.length > 0 && (
                  <ChoiceGroup
                    label="The same on"
                    name="also"
                    kind="checkbox"
                    choices={same.map(({ clusterId, clusterName, now }) => ({
                      value: clusterId,
                      label: clusterName,
                      hint: now?.sentence,
                    }))}
                    defaultValues={same.map(({ clusterId }) => clusterId)}
                  />
                )}
              </>
            )}
          </OutcomeForm>
        </Dialog>
      )}
    </div>
  );
}

const SOME_WEEKS = 28;

function WayFields({ way, today, errors }: { way: Settling; today: string; errors: Record<string, string> }) {
  return (
    <>
      {way === "scope-differs" && (
        <TextField
          label="What the answer speaks about"
          name="scope"
          hint="Such as production only, or the namespaces of one team"
          maxLength={300}
          required
          error={errors.scope}
        />
      )}
      <TextArea
        label="Reason"
        name="reason"
        rows={3}
        maxLength={2_000}
        optional={way === "take-evidence"}
        required={way !== "take-evidence"}
        error={errors.reason}
      />
      {way === "scope-differs" && (
        <TextField
          label="Look at it again on"
          name="until"
          type="date"
          min={addDays(today, 1)}
          defaultValue={addDays(today, SOME_WEEKS)}
          required
          error={errors.until}
        />
      )}
    </>
  );
}

/** One decision for several clusters, one after another; the first that is refused is told, and those before it stand. */
async function settleAll(lines: readonly LedgerItem[], fields: FormData, settle: Decide): Promise<Outcome<unknown>> {
  let outcome: Outcome<unknown> = { ok: true, value: null };
  for (const line of lines) {
    outcome = await settle(asSeen(line), fields);
    if (!outcome.ok) return outcome;
  }
  return outcome;
}
