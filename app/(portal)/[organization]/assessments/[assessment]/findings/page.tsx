import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { FindingTable } from "#components/findings/finding-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { formatRisk, formatThings } from "#lib/presentation/numbers.ts";
import { readFindings } from "#lib/server/services/findings/read-findings.ts";
import { findingFilter } from "./finding-filter.ts";

export const metadata: Metadata = { title: "Findings" };

type Props = {
  params: Promise<{ organization: string; assessment: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function FindingsPage({ params, searchParams }: Props) {
  const { organization, assessment: id } = await params;
  const { assessment, findings: all } = await read(readFindings(await requireActor(organization), { assessment: id }));
  const { matches, about } = findingFilter(await searchParams);
  const findings = all.filter(matches);
  const charted = findings.filter((finding) => finding.maturity !== null);
  const uncharted = findings.filter((finding) => finding.maturity === null);
  const href = `/${organization}/assessments/${id}/findings`;
  const points = charted.reduce((sum, { risk }) => sum + risk.points, 0);
  return (
    <>
      <PageHeader
        crumbs={[
          { title: "Assessments", href: `/${organization}/assessments` },
          { title: assessment.name, href: `/${organization}/assessments/${id}` },
          { title: "Findings" },
        ]}
        title={`${formatThings(charted.length, "control is", "controls are")} not met${about ? ` (${about})` : ""}: ${formatRisk(points)}`}
        lede={about ? <TextLink href={href}>Show all findings</TextLink> : null}
      />
      {charted.length > 0 ? (
        <FindingTable findings={charted} href={href} label="Findings" />
      ) : (
        <EmptyState title="No finding here">Either all is met, or nobody has looked yet: see below.</EmptyState>
      )}
      {uncharted.length > 0 ? (
        <Section
          title={`Uncharted: ${formatThings(uncharted.length, "control")} without evidence`}
          lede="What nobody has looked at counts as a gap. A scan or an answer charts it."
        >
          <FindingTable findings={uncharted} href={href} label="Uncharted" />
        </Section>
      ) : null}
    </>
  );
}
