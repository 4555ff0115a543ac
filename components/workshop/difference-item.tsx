"use client";

import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { saySize } from "./say-workshop.ts";
import { type SaveAgreed, SettleForm } from "./settle-form.tsx";
import { LevelText, SidesOfAnswer } from "./sides-of-answer.tsx";
import type { Difference, Settled } from "./workshop-data.ts";

export type PlanMinutes = (question: string, minutes: number) => Promise<Outcome<unknown>>;
type Props = {
  item: Difference;
  questionnaireHref: string;
  settle: SaveAgreed | null;
  plan: PlanMinutes | null;
};

/** One point of the agenda: both voices, the time for it, and what was agreed. */
export function DifferenceItem({ item, questionnaireHref, settle, plan }: Props) {
  const href = `${questionnaireHref}?question=${encodeURIComponent(item.id)}`;
  return (
    <li className="flex flex-col gap-4 py-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 max-w-2xl flex-1 basis-80">
          <h4 className="font-strong">{item.asks}</h4>
          <p className="mt-1.5 flex flex-wrap items-center gap-2 text-muted text-xs">
            <Badge>{saySize(item.size)}</Badge>
            <TextLink href={href}>Open in the questionnaire</TextLink>
          </p>
        </div>
        <Minutes item={item} plan={item.settled ? null : plan} />
      </div>
      <SidesOfAnswer question={item} />
      {item.settled ? (
        <Agreement settled={item.settled} levels={item.levels} />
      ) : (
        settle && <SettleForm item={item} save={settle} />
      )}
    </li>
  );
}

function Minutes({ item, plan }: { item: Difference; plan: PlanMinutes | null }) {
  const router = useRouter();
  const { run, refused, pending } = useOutcome<unknown>(() => router.refresh());
  if (!plan) return <p className="text-muted">{item.minutes} min</p>;
  return (
    <div className="flex flex-col items-end gap-2">
      <label className="flex items-center gap-2 text-muted">
        <input
          key={item.minutes}
          type="number"
          min={1}
          max={240}
          aria-label={`Minutes for: ${item.asks}`}
          defaultValue={item.minutes}
          disabled={pending}
          onBlur={(event) => {
            const minutes = event.target.valueAsNumber;
            if (minutes !== item.minutes) void run(() => plan(item.id, minutes));
          }}
          className="h-8 w-16 rounded-control border border-rule/50 bg-surface px-2 text-right text-base text-ink tabular-nums hover:border-rule md:text-sm"
        />
        min
      </label>
      {refused && <ErrorNotice title={refused.message} detail={refused.fields.minutes ?? refused.detail} />}
    </div>
  );
}

function Agreement({ settled, levels }: { settled: Settled; levels: readonly string[] }) {
  return (
    <div className="flex gap-3 rounded-panel bg-sunken px-4 py-3">
      <Check aria-hidden size={18} className="mt-px shrink-0" />
      <div className="min-w-0">
        <p className="font-strong">
          Agreed: <LevelText maturity={settled.maturity} levels={levels} />
        </p>
        {settled.comment && <p className="wrap-anywhere mt-1 whitespace-pre-line">{settled.comment}</p>}
        <p className="mt-1 text-muted text-xs">Entered by {settled.by}</p>
      </div>
    </div>
  );
}
