import { Section } from "#components/ui/section.tsx";
import { formatThings } from "#lib/presentation/numbers.ts";
import { DifferenceItem, type PlanMinutes } from "./difference-item.tsx";
import { formatMinutes } from "./say-workshop.ts";
import type { SaveAgreed } from "./settle-form.tsx";
import type { EndedRound } from "./workshop-data.ts";

type Props = {
  groups: EndedRound["groups"];
  questionnaireHref: string;
  /** Null: not offered. */
  settle: SaveAgreed | null;
  plan: PlanMinutes | null;
};

/** Differences by dimension, the biggest first, with the time for each. */
export function Agenda({ groups, questionnaireHref, settle, plan }: Props) {
  return groups.map(({ id, title, minutes, items }) => {
    const open = items.filter(({ settled }) => !settled).length;
    return (
      <Section
        key={id}
        level={3}
        title={title}
        lede={`${formatThings(items.length, "difference")}, ${open === 0 ? "all settled" : `${open} open`}; ${formatMinutes(minutes)} planned`}
      >
        <ol className="divide-y divide-hairline border-hairline border-y">
          {items.map((item) => (
            <DifferenceItem
              key={item.id}
              item={item}
              questionnaireHref={questionnaireHref}
              settle={settle}
              plan={plan}
            />
          ))}
        </ol>
      </Section>
    );
  });
}
