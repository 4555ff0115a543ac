import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { PodSecuritySummary } from "#components/results/pod-security-summary.tsx";
import { ResultFilter } from "#components/results/result-filter.tsx";
import { ResultTable } from "#components/results/result-table.tsx";
import { ScanSummary } from "#components/results/scan-summary.tsx";
import { TallyTable } from "#components/results/tally-table.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Section } from "#components/ui/section.tsx";
import { formatTime } from "#lib/presentation/dates.ts";
import { formatCount } from "#lib/presentation/numbers.ts";
import { RESULTS_A_PAGE, readScan } from "#lib/server/services/scans/read-scan.ts";
import { scanFilter } from "./scan-filter.ts";

export const metadata: Metadata = { title: "Scan" };

type Props = {
  params: Promise<{ organization: string; cluster: string; scan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ScanPage({ params, searchParams }: Props) {
  const { organization, cluster, scan: id } = await params;
  const { page, query, ...filter } = scanFilter(await searchParams);
  const scan = await read(readScan(await requireActor(organization), { cluster, scan: id, page, ...filter }));
  const home = `/${organization}/clusters`;
  const looked = scan.tallies.filter((tally) => tally.fail + tally.pass > 0);
  return (
    <div className="grid gap-8 [&>header]:mb-0">
      <PageHeader
        crumbs={[
          { title: "Clusters", href: home },
          { title: scan.cluster.name, href: `${home}/${cluster}` },
          { title: formatTime(scan.at) },
        ]}
        title={`${formatCount(scan.failTotal)} results fail on ${scan.cluster.name}`}
        lede={`${scan.snapshot.fileName}, scanned ${formatTime(scan.at)}`}
      />
      <ScanSummary
        objects={scan.snapshot.objectTotal}
        fails={scan.failTotal}
        kubernetesVersion={scan.snapshot.kubernetesVersion}
        checks={{
          failed: looked.filter((tally) => tally.fail > 0).length,
          passed: looked.filter((tally) => tally.fail === 0).length,
          notAssessable: scan.tallies.filter((tally) => tally.notAssessable > 0 && tally.fail + tally.pass === 0)
            .length,
        }}
        podSecurity={scan.podSecurity}
      />
      <ResultFilter
        now={filter}
        checks={scan.tallies.filter((tally) => tally.fail + tally.notAssessable > 0).map((tally) => tally.check)}
      />
      <div>
        <ResultTable rows={scan.results.rows} checksHref={`/${organization}/checks`} />
        <Pagination
          things="results"
          page={scan.results.page}
          pages={scan.results.pages}
          total={scan.results.total}
          size={RESULTS_A_PAGE}
          query={query}
        />
      </div>
      <Section
        title="How each check went"
        lede="By resources. What could not look says why, and never counts as passed."
      >
        <TallyTable
          tallies={scan.tallies}
          checksHref={`/${organization}/checks`}
          resultsHref={`${home}/${cluster}/scans/${id}`}
        />
      </Section>
      <Section title="Workloads by Pod Security level">
        <PodSecuritySummary counts={scan.podSecurity} />
      </Section>
    </div>
  );
}
