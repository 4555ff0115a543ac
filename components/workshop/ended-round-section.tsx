import type { ReactNode } from "react";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { formatTime } from "#lib/presentation/dates.ts";
import { formatList, formatThings } from "#lib/presentation/numbers.ts";
import { formatMinutes } from "./say-workshop.ts";
import type { EndedRound } from "./workshop-data.ts";

type Props = { round: EndedRound; questionnaireHref: string; children: ReactNode };

/** What a round brought, in a line; its agenda and what is agreed stand within. */
export function EndedRoundSection({ round, questionnaireHref, children }: Props) {
  const { people, questions, endedBy, endedAt, silent, minutes } = round;
  return (
    <Section
      title={`${formatList(people)} on ${formatThings(questions, "question")}`}
      lede={
        <>
          Ended by {endedBy} on {formatTime(endedAt)}.
          {minutes > 0 && ` The whole agenda takes ${formatMinutes(minutes)}.`}
          {silent > 0 && (
            <>
              {" "}
              {formatThings(silent, "question")} {silent === 1 ? "was" : "were"} answered by nobody:{" "}
              <TextLink href={`${questionnaireHref}?show=unanswered`}>answer them</TextLink>.
            </>
          )}
        </>
      }
    >
      <div className="grid gap-10">{children}</div>
    </Section>
  );
}
