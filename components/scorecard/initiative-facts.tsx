import { LayerMark } from "#components/scores/layer-mark.tsx";
import { type Definition, DefinitionList } from "#components/ui/definition-list.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Initiative } from "#lib/planning/initiative.ts";
import { formatDecimal, formatEffort, formatList, formatRisk, formatThings } from "#lib/presentation/numbers.ts";
import { sayEffort, sayInitiative } from "#lib/presentation/sentences-of-plans.ts";

type Props = { initiative: Initiative; all: readonly Initiative[]; checksHref: string };

/** What an initiative removes, what it takes and how that was priced, what it waits for, when it is done. */
export function InitiativeFacts({ initiative, all, checksHref }: Props) {
  const { effort, risk, verifiedBy } = initiative;
  const after = initiative.after.flatMap((id) => all.find((each) => each.id === id) ?? []);
  const skills = Object.entries(effort.bySkill).map(([skill, days]) => `${skill} ${formatDecimal(days)}`);
  const takes = (
    <>
      <span className="font-strong">{formatEffort(effort)}</span>
      <span className="block text-muted text-xs">{sayEffort(effort)}</span>
    </>
  );
  const checks = verifiedBy.map((check) => (
    <TextLink key={check} href={`${checksHref}/${check}`} className="block font-mono text-xs leading-6">
      {check}
    </TextLink>
  ));
  const items: Definition[] = [
    { term: "Layer", value: <LayerMark layer={initiative.layer} /> },
    { term: "Removes", value: `${formatRisk(risk)} in ${formatThings(initiative.findings.length, "finding")}` },
    { term: "Takes", value: takes },
    { term: "Skills", value: skills.length > 0 ? `${formatList(skills)} days` : initiative.skill },
    ...(after.length > 0 ? [{ term: "After", value: formatList(after.map(sayInitiative)) }] : []),
    { term: "Done when", value: checks.length === 0 ? "a new answer says so" : checks },
  ];
  return <DefinitionList items={items} />;
}
