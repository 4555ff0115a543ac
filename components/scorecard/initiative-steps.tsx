import { RichText } from "#components/ui/rich-text.tsx";
import type { Initiative } from "#lib/planning/initiative.ts";

/** How it is done, what can go wrong and the way back, as far as somebody wrote it down. */
export function InitiativeSteps({
  initiative,
}: {
  initiative: Pick<Initiative, "steps" | "riskOfDoing" | "rollback">;
}) {
  const { steps, riskOfDoing, rollback } = initiative;
  if (steps.length === 0 && !riskOfDoing && !rollback) return null;
  return (
    <div className="border-hairline border-t px-4 py-3.5">
      <h3 className="font-strong">How</h3>
      {steps.length > 0 && (
        <ol className="mt-1.5 flex list-decimal flex-col gap-1 pl-5 marker:text-muted">
          {steps.map((step) => (
            <li key={step}>
              <RichText text={step} />
            </li>
          ))}
        </ol>
      )}
      {(riskOfDoing || rollback) && (
        <dl className="mt-3 flex flex-col gap-2">
          {riskOfDoing && <Said term="What can go wrong" text={riskOfDoing} />}
          {rollback && <Said term="The way back" text={rollback} />}
        </dl>
      )}
    </div>
  );
}

function Said({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt className="text-muted text-xs">{term}</dt>
      <dd>
        <RichText text={text} />
      </dd>
    </div>
  );
}
