import { RiskCurve } from "#components/roadmap/risk-curve.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { daysBetween, formatDate } from "#lib/presentation/dates.ts";
import { formatRisk, formatThings } from "#lib/presentation/numbers.ts";
import { LeaderAnswer } from "./leader-answer.tsx";
import type { LeaderView } from "./leader-view.ts";

type Props = { view: Pick<LeaderView, "roadmap" | "onPlan" | "at">; planHref: string };

/** Remaining risk against the plan, days behind and why. */
export function AreWeOnPlan({ view: { roadmap, onPlan, at }, planHref }: Props) {
  if (!roadmap) {
    return (
      <LeaderAnswer
        question="Are we on plan?"
        answer="There is no plan yet"
        foot={<TextLink href={planHref}>Plan the year</TextLink>}
      >
        <div aria-hidden className="hatched h-44 rounded-control border border-hairline opacity-40" />
        <p className="mt-3 text-muted">
          Once the year is planned, the risk that is left stands here week by week, against the plan.
        </p>
      </LeaderAnswer>
    );
  }
  const ahead = daysBetween(at.slice(0, 10), roadmap.startsOn);
  return (
    <LeaderAnswer
      question="Are we on plan?"
      answer={ahead > 0 ? `The year begins on ${formatDate(roadmap.startsOn)}` : sayDays(onPlan?.daysBehind ?? 0)}
      foot={<TextLink href={planHref}>See the roadmap</TextLink>}
    >
      <RiskCurve roadmap={roadmap} actual={ahead > 0 ? [] : onPlan?.actualCurve} brief />
      {onPlan && ahead <= 0 && (
        <p className="mt-3">
          {onPlan.because}
          {onPlan.riskClaimed > 0 && (
            <span className="text-muted"> {formatRisk(onPlan.riskClaimed)} claimed, waiting for a scan.</span>
          )}
        </p>
      )}
    </LeaderAnswer>
  );
}

function sayDays(behind: number): string {
  if (behind === 0) return "On plan";
  return `${formatThings(Math.abs(behind), "day")} ${behind > 0 ? "behind the plan" : "ahead of the plan"}`;
}
