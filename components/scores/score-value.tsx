import { formatInterval } from "#lib/presentation/numbers.ts";
import type { Score } from "#lib/scoring/score.ts";

/**
 * A score as its headline with the end of its interval: "34–41". Read aloud as "34 to 41 of 100". On a layer's depth
 * the second voice would be too faint.
 */
export function ScoreValue({
  score,
  className,
  onDepth,
}: {
  score: Score | null;
  className?: string;
  onDepth?: boolean;
}) {
  const interval = formatInterval(score);
  const [low = "–", high] = interval === "–" ? ["–"] : interval.split("–");
  return (
    <span className={className}>
      <span aria-hidden>
        <span className="font-strong">{low}</span>
        {high !== undefined && <span className={`text-[0.75em] ${onDepth ? "" : "text-muted"}`}>–{high}</span>}
      </span>
      <span className="sr-only">{low === "–" ? "nothing applies" : `${low}${high ? ` to ${high}` : ""} of 100`}</span>
    </span>
  );
}
