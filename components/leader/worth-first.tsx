import { TextLink } from "#components/ui/text-link.tsx";
import type { Initiative } from "#lib/planning/initiative.ts";
import { formatDays, formatRisk } from "#lib/presentation/numbers.ts";
import { LeaderAnswer } from "./leader-answer.tsx";
import type { LeaderHrefs } from "./leader-view.ts";
import { worthFirst } from "./next-initiatives.ts";
import { NextLine } from "./next-line.tsx";

/** Before a roadmap stands: what is worth doing first; before there is any initiative, where they come from. */
export function WorthFirst({ initiatives, hrefs }: { initiatives: readonly Initiative[]; hrefs: LeaderHrefs }) {
  if (initiatives.length === 0) {
    return (
      <LeaderAnswer
        question="What is next?"
        answer="No initiative yet"
        foot={<TextLink href={hrefs.questionnaire}>Answer questions</TextLink>}
      >
        <p className="text-muted">Initiatives are made from findings, and findings from scans and answers.</p>
      </LeaderAnswer>
    );
  }
  return (
    <LeaderAnswer
      question="What is next?"
      answer="The year is not planned yet"
      foot={<TextLink href={hrefs.plan}>Plan the year</TextLink>}
    >
      <ol className="divide-y divide-hairline">
        {worthFirst(initiatives).map((initiative) => (
          <NextLine
            key={initiative.id}
            initiative={initiative}
            href={`${hrefs.scorecard}?initiative=${encodeURIComponent(initiative.id)}`}
            facts={["Worth doing first", formatRisk(initiative.risk), formatDays(initiative.effort.days)]}
          />
        ))}
      </ol>
    </LeaderAnswer>
  );
}
