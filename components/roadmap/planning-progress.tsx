import { Button } from "#components/ui/button.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { formatDecimal } from "#lib/presentation/numbers.ts";
import type { RunProgress } from "./use-planning-run.ts";

type Props = { progress: RunProgress | null; cancel: () => void };

/** Seconds that the planner takes at most, but for its last word. */
const SECONDS = 8;

/** What the planner has found so far, how much better it may still get, and the way out. */
export function PlanningProgress({ progress, cancel }: Props) {
  const best = progress && `${formatDecimal(progress.objective)} risk-quarters`;
  const gap = progress ? (progress.bound - progress.objective) / Math.max(progress.objective, 1e-9) : null;
  return (
    <div className="grid gap-2">
      <ProgressBar
        label="Looking for the best order"
        done={progress ? Math.min(progress.seconds, SECONDS) : null}
        of={SECONDS}
        text={progress ? `removes ${best}, at most ${sayShare(gap ?? 0)} better is possible` : "starting"}
      />
      <div>
        <Button size="small" onClick={cancel}>
          Cancel planning
        </Button>
      </div>
    </div>
  );
}

function sayShare(share: number): string {
  return `${formatDecimal(Math.ceil(share * 1_000) / 10)} %`;
}
