import Link from "next/link";
import type { ReactNode } from "react";
import { StateMark } from "#components/roadmap/state-mark.tsx";
import { LayerMark } from "#components/scores/layer-mark.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Card, OpenCheck } from "#lib/planning/board.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { formatDays, formatList, formatRisk, formatThings } from "#lib/presentation/numbers.ts";

type Props = {
  card: Card;
  /** What the newest scans do not agree to. */
  open: readonly OpenCheck[];
  scorecardHref: string;
  checksHref: string;
  onDragStart?: () => void;
  onDragEnd?: () => void;
  controls?: ReactNode;
};

/** How many checks are named before the rest is counted. */
const NAMED = 3;

/** One initiative of the plan that runs. */
export function BoardCard({ card, open, scorecardHref, checksHref, onDragStart, onDragEnd, controls }: Props) {
  const { initiative, title, phase, layer, state, owner, risk, days, late, carried, waitsFor } = card;
  const shows = state === "claimed" || state === "reopened" || state === "started";
  return (
    <li
      draggable={onDragStart !== undefined}
      onDragStart={onDragStart}
      onDragEnd={onDragEnd}
      className={classNames(
        "rounded-panel border border-hairline bg-surface p-3",
        onDragStart && "cursor-grab active:cursor-grabbing",
      )}
    >
      <p className="mb-0.5 text-muted text-xs">
        <LayerMark layer={layer} />
      </p>
      <p>
        <Link
          href={`${scorecardHref}?initiative=${encodeURIComponent(initiative)}`}
          prefetch={false}
          draggable={false}
          className="font-strong hover:underline"
        >
          {phase ? `${title} (phase ${phase.number} of ${phase.of})` : title}
        </Link>
      </p>
      <p className="mt-1 text-muted text-xs">
        {formatDays(days)} · removes {formatRisk(risk)}
      </p>
      <p className={classNames("mt-0.5 text-xs", late > 0 ? "font-strong" : "text-muted")}>
        {sayDue(card, late)}
        {carried && ", from an earlier plan"}
      </p>
      {state === "reopened" && (
        <p className="mt-1">
          <StateMark state={state} />
        </p>
      )}
      {waitsFor.length > 0 && (
        <p className="mt-1 text-xs">Waits for {formatList(waitsFor.map((each) => `“${each}”`))}</p>
      )}
      {shows && open.length > 0 && (
        <ul className="mt-1.5 grid gap-0.5 text-xs">
          {open.slice(0, NAMED).map(({ check, cluster, fails }) => (
            <li key={`${check} ${cluster}`} className="text-muted">
              <Link
                href={`${checksHref}/${check}`}
                prefetch={false}
                draggable={false}
                className="wrap-anywhere font-mono hover:underline"
              >
                {check}
              </Link>{" "}
              {fails > 0 ? `fails ${formatThings(fails, "time")}` : "has seen nothing"} on {cluster}
            </li>
          ))}
          {open.length > NAMED && <li className="text-muted">and {open.length - NAMED} more</li>}
        </ul>
      )}
      <div className="mt-2">{controls ?? <p className="text-muted text-xs">{owner ?? "No owner yet"}</p>}</div>
    </li>
  );
}

function sayDue({ state, endsOn, verifiedAt }: Card, late: number): string {
  if (state === "verified" && verifiedAt) return `Verified on ${formatDate(verifiedAt.slice(0, 10))}`;
  return late > 0 ? `Due on ${formatDate(endsOn)}, ${formatThings(late, "day")} ago` : `Due on ${formatDate(endsOn)}`;
}
