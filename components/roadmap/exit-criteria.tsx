import { TextLink } from "#components/ui/text-link.tsx";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { QuarterPlan } from "#lib/planning/roadmap.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import { sayInitiative } from "#lib/presentation/sentences-of-plans.ts";
import { type InitiativeProgress, stateOf } from "./progress.ts";
import { StateMark } from "./state-mark.tsx";

type Props = {
  criteria: QuarterPlan["exitCriteria"];
  initiatives: readonly Initiative[];
  progress: readonly InitiativeProgress[];
  /** Checks lead to their pages; without it, nowhere. */
  checksHref?: string;
};

/** Which checks must pass on a later scan for the plan to be done; folded per initiative, since there are many. */
export function ExitCriteria({ criteria, initiatives, progress, checksHref }: Props) {
  const verified = criteria.filter(({ initiative }) => stateOf(progress, initiative) === "verified").length;
  return (
    <details>
      <summary className="flex min-h-6 list-none items-center underline decoration-rule decoration-dotted underline-offset-4 hover:decoration-solid">
        {verified} of {formatThings(criteria.length, "initiative")} verified
      </summary>
      <ul className="mt-2 flex flex-col gap-2.5">
        {criteria.map(({ initiative: id, checks }) => {
          const initiative = initiatives.find((each) => each.id === id);
          return (
            <li key={id}>
              <p className="text-xs">{initiative ? sayInitiative(initiative) : id}</p>
              <StateMark state={stateOf(progress, id)} />
              <ul>
                {checks.length === 0 && <li className="text-muted text-xs">a new answer says so</li>}
                {checks.map((check) => (
                  <li key={check}>
                    {checksHref ? (
                      <TextLink
                        href={`${checksHref}/${check}`}
                        prefetch={false}
                        className="inline-block min-h-6 font-mono text-xs leading-6"
                      >
                        {check}
                      </TextLink>
                    ) : (
                      <span className="font-mono text-xs leading-6">{check}</span>
                    )}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
