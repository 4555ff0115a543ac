import { RichText } from "#components/ui/rich-text.tsx";
import type { Initiative } from "#lib/planning/initiative.ts";

/** How it is done, what can go wrong and the way back. */
export function InitiativeSteps({
  initiative,
}: {
  initiative: Pick<Initiative, "steps" | "riskOfDoing" | "rollback">;
}) {
  return (
    <div className="border-hairline border-t px-4 py-3.5">
      <h3 className="font-strong">How</h3>
      <ol className="mt-1.5 flex list-decimal flex-col gap-1 pl-5 marker:text-muted">
        {initiative.steps.map((step) => (
          <li key={step}>
            <RichText text={step} />
          </li>
        ))}
      </ol>
      <dl className="mt-3 flex flex-col gap-2">
        <div>
          <dt className="text-muted text-xs">What can go wrong</dt>
          <dd>
            <RichText text={initiative.riskOfDoing} />
          </dd>
        </div>
        <div>
          <dt className="text-muted text-xs">The way back</dt>
          <dd>
            <RichText text={initiative.rollback} />
          </dd>
        </div>
      </dl>
    </div>
  );
}
