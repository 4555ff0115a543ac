import { TextLink } from "#components/ui/text-link.tsx";
import { formatDays, formatRisk, formatThings } from "#lib/presentation/numbers.ts";
import { LeaderAnswer } from "./leader-answer.tsx";
import type { LeaderHrefs, LeaderView } from "./leader-view.ts";
import { nextInitiatives, worthFirst } from "./next-initiatives.ts";
import { NextLine } from "./next-line.tsx";

type Props = { view: Pick<LeaderView, "roadmap" | "initiatives" | "progress" | "at">; hrefs: LeaderHrefs };

/** The three initiatives of these 90 days, each with owner and date; before a roadmap stands, what is worth doing first. */
export function WhatIsNext({ view, hrefs }: Props) {
  const { roadmap, initiatives, progress, at } = view;
  if (!roadmap) {
    const first = worthFirst(initiatives);
    return (
      <LeaderAnswer
        question="What is next?"
        answer={first.length === 0 ? "No initiative yet" : "The year is not planned yet"}
        foot={
          first.length > 0 ? (
            <TextLink href={hrefs.plan}>Plan the year</TextLink>
          ) : (
            <TextLink href={hrefs.questionnaire}>Answer questions</TextLink>
          )
        }
      >
        {first.length === 0 ? (
          <p className="text-muted">Initiatives are made from findings, and findings from scans and answers.</p>
        ) : (
          <ol className="divide-y divide-hairline">
            {first.map((initiative) => (
              <NextLine
                key={initiative.id}
                initiative={initiative}
                href={`${hrefs.scorecard}?initiative=${encodeURIComponent(initiative.id)}`}
                facts={["Worth doing first", formatRisk(initiative.risk), formatDays(initiative.effort.days)]}
              />
            ))}
          </ol>
        )}
      </LeaderAnswer>
    );
  }
  const next = nextInitiatives(roadmap, initiatives, progress, at);
  const unowned = next.filter(({ owner }) => owner === null).length;
  return (
    <LeaderAnswer
      question="What is next?"
      answer={
        next.length === 0
          ? "Everything planned is verified"
          : unowned > 0
            ? `${formatThings(unowned, "initiative")} of the next ${next.length} without an owner`
            : next.length === 1
              ? "The next one has an owner"
              : `The next ${next.length} all have an owner`
      }
      foot={<TextLink href={hrefs.plan}>See the plan</TextLink>}
    >
      <ol className="divide-y divide-hairline">
        {next.map((each) => (
          <NextLine
            key={each.initiative.id}
            {...each}
            href={`${hrefs.scorecard}?initiative=${encodeURIComponent(each.initiative.id)}`}
          />
        ))}
      </ol>
    </LeaderAnswer>
  );
}
