import { LAYER_NAMES } from "#components/scores/layer-names.ts";
import { Badge } from "#components/ui/badge.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RiskMark } from "#components/ui/risk-mark.tsx";
import { Section } from "#components/ui/section.tsx";
import type { LayerId, Severity } from "#lib/catalog/framework.ts";

type Props = {
  check: {
    id: string;
    title: string;
    severity: Severity;
    layer: LayerId;
    references: readonly string[];
    why: string;
    seeByHand: string;
    fix: string;
    before: string;
    after: string;
    controls: readonly { id: string; title: string }[];
  };
  /** Address of the list of all checks. */
  checksHref: string;
};

/** The reference page of a check, made from its own declaration. */
export function CheckPage({ check, checksHref }: Props) {
  return (
    <div className="grid gap-10 [&>header]:mb-0">
      <PageHeader
        crumbs={[{ title: "Checks", href: checksHref }, { title: check.id }]}
        title={check.title}
        lede={
          <span className="flex flex-wrap items-center gap-2">
            <RiskMark level={check.severity} />
            <span>{LAYER_NAMES[check.layer]} layer</span>
            <code className="font-mono text-xs">{check.id}</code>
          </span>
        }
      />
      <Section title="Why it matters">
        <p className="reading-width">{check.why}</p>
      </Section>
      <Section title="See it by hand">
        <CodeBlock code={check.seeByHand} label="Command" />
      </Section>
      <Section title="Fix it">
        <p className="reading-width mb-4">{check.fix}</p>
        <div className="grid gap-4 lg:grid-cols-2">
          <CodeBlock code={check.before} label="Before" />
          <CodeBlock code={check.after} label="After" />
        </div>
      </Section>
      {check.controls.length > 0 ? (
        <Section title="Speaks for" lede="The controls whose evidence this check is.">
          <ul className="grid gap-1">
            {check.controls.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {check.references.length > 0 ? (
        <Section title="References">
          <ul className="flex flex-wrap gap-2">
            {check.references.map((reference) => (
              <li key={reference}>
                <Badge>{reference}</Badge>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  );
}
