"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { Maturity } from "#lib/catalog/framework.ts";
import type { Outcome } from "#lib/contracts/refusal.ts";
import type { Difference } from "./workshop-data.ts";

/** The same that keeps an answer of the questionnaire; `version` is the one that the writer saw. */
export type SaveAgreed = (answer: {
  question: string;
  maturity: Maturity | null;
  notApplicable: boolean;
  comment: string;
  confidence: "low" | "medium" | "high";
  version: number;
}) => Promise<Outcome<unknown>>;

const LEVELS: readonly Maturity[] = [0, 1, 2, 3, 4];
const BOX =
  "flex h-9 min-w-11 cursor-pointer items-center gap-2 rounded-control border border-rule/50 px-3 hover:border-rule " +
  "has-checked:border-accent has-checked:bg-accent/8 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2";

/** Where the workshop enters what it agreed on: a level first, the words once there is one. */
export function SettleForm({ item, save }: { item: Difference; save: SaveAgreed }) {
  const router = useRouter();
  const [chosen, choose] = useState<Maturity | "n" | null>(null);
  const [comment, setComment] = useState("");
  const { run, refused, pending } = useOutcome<unknown>(() => router.refresh());
  const send = () =>
    run(() =>
      save({
        ...{ question: item.id, comment, confidence: "high", version: 0 },
        ...{ maturity: chosen === "n" ? null : chosen, notApplicable: chosen === "n" },
      }),
    );
  return (
    <div className="flex flex-col items-start gap-4 rounded-panel bg-sunken p-4">
      <fieldset>
        <legend className="mb-1.5 font-strong">Agreed answer</legend>
        <div className="flex flex-wrap gap-1.5">
          {[...LEVELS, "n" as const].map((value) => (
            <label key={value} title={value === "n" ? undefined : item.levels[value]} className={`${BOX} bg-surface`}>
              <input
                type="radio"
                name={`agreed ${item.id}`}
                checked={chosen === value}
                onChange={() => choose(value)}
                className="size-4 accent-accent outline-none"
              />
              {value === "n" ? "Does not apply" : value}
            </label>
          ))}
        </div>
        {typeof chosen === "number" && <p className="mt-2 text-muted">{item.levels[chosen]}</p>}
      </fieldset>
      {chosen !== null && (
        <div className="w-full max-w-2xl">
          <TextArea
            label="What was agreed, and why"
            optional={chosen !== "n"}
            rows={2}
            maxLength={10_000}
            value={comment}
            error={refused?.fields.comment}
            onChange={(event) => setComment(event.target.value)}
          />
        </div>
      )}
      {refused && (
        <ErrorNotice
          title={refused.message}
          detail={refused.detail}
          action={refused.code === "conflict" && <Button onClick={() => router.refresh()}>Show that answer</Button>}
        />
      )}
      {chosen !== null && (
        <Button pending={pending} onClick={send}>
          {pending ? "Storing" : "Store the agreed answer"}
        </Button>
      )}
    </div>
  );
}
