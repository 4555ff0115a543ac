import { TextLink } from "#components/ui/text-link.tsx";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import { LeaderAnswer } from "./leader-answer.tsx";
import type { LeaderHrefs, LeaderView } from "./leader-view.ts";
import { type NextInitiative, nextInitiatives } from "./next-initiatives.ts";
import { NextLine } from "./next-line.tsx";
import { WorthFirst } from "./worth-first.tsx";

type Props = { view: Pick<LeaderView, "roadmap" | "initiatives" | "progress" | "at">; hrefs: LeaderHrefs };

/** The three initiatives of these 90 days, each with owner and date; before a roadmap stands, what is worth doing first. */
export function WhatIsNext({ view, hrefs }: Props) {
  if (!view.roadmap) return <WorthFirst initiatives={view.initiatives} hrefs={hrefs} />;
  return <NextOnes roadmap={view.roadmap} view={view} hrefs={hrefs} />;
}

function NextOnes({ roadmap, view, hrefs }: Props & { roadmap: Roadmap }) {
  const next = nextInitiatives(roadmap, view.initiatives, view.progress, view.at);
  return (
    <LeaderAnswer
      question="What is next?"
      answer={sayOwners(next)}
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

function sayOwners(next: readonly NextInitiative[]): string {
  const unowned = next.filter(({ owner }) => owner === null).length;
  if (next.length === 0) return "Everything planned is verified";
  if (unowned > 0) return `${formatThings(unowned, "initiative")} of the next ${next.length} without an owner`;
  return next.length === 1 ? "The next one has an owner" : `The next ${next.length} all have an owner`;
}
