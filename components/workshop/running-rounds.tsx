"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { formatTime } from "#lib/presentation/dates.ts";
import { formatList, formatThings } from "#lib/presentation/numbers.ts";
import type { RunningRound } from "./workshop-data.ts";

export type EndRound = (round: string) => Promise<Outcome<unknown>>;
type Props = {
  round: RunningRound;
  questionnaireHref: string;
  /** Null: not offered. */
  end: EndRound | null;
};

/** People are answering alone: what, how far they are, and the way to its end. */
export function RunningRoundSection({ round, questionnaireHref, end }: Props) {
  const { dimensions, questions, startedBy, startedAt, takesPart, people } = round;
  return (
    <Section
      title={`${formatList(dimensions)}: answered alone`}
      lede={
        takesPart
          ? "You answer these in the questionnaire. Nobody else sees what you say before the round ends, and you see nobody else's."
          : `${formatThings(questions, "question")}, started by ${startedBy} on ${formatTime(startedAt)}. Nobody sees what the others say before the round ends.`
      }
      aside={
        <>
          {takesPart && <ButtonLink href={`${questionnaireHref}?show=alone`}>Answer them</ButtonLink>}
          {end && <EndDialog round={round} end={end} />}
        </>
      }
    >
      <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
        {people.map(({ id, name, answered }) => (
          <li key={id} className="min-w-0">
            <p className="truncate font-strong">{name}</p>
            <p className="mb-2 text-muted text-xs">
              {answered === null ? "answers alone" : `${answered} of ${questions} answered`}
            </p>
            {answered !== null && <ProgressBar label={`Answered by ${name}`} done={answered} of={questions} bare />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function EndDialog({ round, end }: { round: RunningRound; end: EndRound }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { run, refused, pending } = useOutcome<unknown>(() => {
    setOpen(false);
    router.refresh();
  });
  const late = round.people.filter(({ answered }) => answered !== null && answered < round.questions);
  return (
    <Dialog
      title="End the round and show what was said"
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>End the round</Button>}
    >
      <div className="flex flex-col items-start gap-4">
        <p className="reading-width">
          Everybody will see both answers side by side, and none of them changes any more. What differs becomes the
          agenda of the workshop.
        </p>
        {late.length > 0 && (
          <ul className="list-disc pl-5 text-muted">
            {late.map(({ id, name, answered }) => (
              <li key={id}>
                {name} has answered {answered} of {round.questions}
              </li>
            ))}
          </ul>
        )}
        {refused && <ErrorNotice title={refused.message} detail={refused.detail} />}
        <Button variant="primary" pending={pending} onClick={() => run(() => end(round.id))}>
          {pending ? "Ending" : "End and show"}
        </Button>
      </div>
    </Dialog>
  );
}
