import { LayerLines } from "#components/scores/layer-lines.tsx";
import { ScoreFigure } from "#components/scores/score-figure.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { formatDecimal, isBlank } from "#lib/presentation/numbers.ts";
import { LeaderAnswer } from "./leader-answer.tsx";
import type { LeaderHrefs, LeaderView } from "./leader-view.ts";

/** The assured score with its band, its coverage and the change; beneath, which layer holds which down. */
export function WhereWeAre({ view, hrefs }: { view: Pick<LeaderView, "card" | "change">; hrefs: LeaderHrefs }) {
  const { overall, layers } = view.card;
  const blank = isBlank(overall.assured);
  return (
    <LeaderAnswer
      question="Where are we?"
      answer={blank ? "Nothing is scored yet" : sayChange(view.change)}
      foot={<TextLink href={hrefs.map}>See the map</TextLink>}
    >
      <ScoreFigure
        own={overall.own}
        assured={overall.assured}
        derivation={{ label: "Overall", href: hrefs.derivation }}
        large
      />
      <div className="mt-5">
        <LayerLines layers={layers} />
      </div>
    </LeaderAnswer>
  );
}

function sayChange(change: LeaderView["change"]): string {
  if (!change) return "The first assessment";
  const points = Math.round(change.points);
  if (points === 0) return `Unchanged since ${change.since}`;
  const unit = Math.abs(points) === 1 ? "point" : "points";
  return `${formatDecimal(Math.abs(points))} ${unit} ${points > 0 ? "up" : "down"} since ${change.since}`;
}
