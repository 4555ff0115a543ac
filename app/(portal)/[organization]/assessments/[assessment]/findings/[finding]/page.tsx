import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { FindingDetail } from "#components/findings/finding-detail.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RiskMark } from "#components/ui/risk-mark.tsx";
import { readFinding } from "#lib/server/services/findings/read-finding.ts";
import { overrideAction } from "../../actions.ts";

export const metadata: Metadata = { title: "Finding" };

export default async function FindingPage({
  params,
}: {
  params: Promise<{ organization: string; assessment: string; finding: string }>;
}) {
  const { organization, assessment: id, finding } = await params;
  const view = await read(
    readFinding(await requireActor(organization), { assessment: id, finding: decodeURIComponent(finding) }),
  );
  const home = `/${organization}/assessments/${id}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { title: view.assessment.name, href: home },
          { title: "Findings", href: `${home}/findings` },
          { title: view.finding.clusterName },
        ]}
        title={`Not met on ${view.finding.clusterName}: ${view.finding.title}`}
        lede={<RiskMark level={view.finding.level} points={view.finding.risk.points} />}
      />
      <FindingDetail
        view={view}
        contradictionsHref={`${home}/contradictions`}
        checksHref={`/${organization}/checks`}
        scanHref={view.scan ? `/${organization}/clusters/${view.scan.cluster}/scans/${view.scan.id}` : null}
        scorecardHref={`${home}/scorecard`}
        saveOverride={view.mayOverride ? overrideAction.bind(null, organization, id) : undefined}
      />
    </>
  );
}
