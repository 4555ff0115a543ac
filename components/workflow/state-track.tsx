import { STATE_NAMES } from "#lib/workflow/sentences-of-blockers.ts";
import type { AssessmentState } from "#lib/workflow/states.ts";

const ROAD = ["draft", "submitted", "accepted", "signed"] as const;

/** The road from draft to signed, and where on it the assessment is. */
export function StateTrack({ state }: { state: AssessmentState }) {
  const sentBack = state === "changes-requested";
  const at = sentBack ? 0 : ROAD.indexOf(state);
  return (
    <ol aria-label="From draft to signed" className="grid grid-cols-2 gap-x-2 gap-y-3 sm:grid-cols-4">
      {ROAD.map((name, index) => (
        <li
          key={name}
          aria-current={index === at ? "step" : undefined}
          className={`border-t-2 pt-2 ${index <= at ? "border-accent" : "border-hairline"}`}
        >
          <span className="mr-1.5 text-muted text-xs">{index + 1}</span>
          <span className={index === at ? "font-strong" : "text-muted"}>
            {sentBack && index === 0 ? STATE_NAMES[state] : STATE_NAMES[name]}
          </span>
          {index < at && <span className="sr-only"> (done)</span>}
        </li>
      ))}
    </ol>
  );
}
