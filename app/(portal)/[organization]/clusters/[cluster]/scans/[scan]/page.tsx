import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { ScanView } from "#components/results/scan-view.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { can } from "#lib/access/permissions.ts";
import { formatTime } from "#lib/presentation/dates.ts";
import { formatCount } from "#lib/presentation/numbers.ts";
import { sayWhose } from "#lib/presentation/sentences-of-thresholds.ts";
import { readOrganization } from "#lib/server/services/organizations/read-organization.ts";
import { readScan } from "#lib/server/services/scans/read-scan.ts";
import { scanFilter } from "./scan-filter.ts";

export const metadata: Metadata = { title: "Scan" };

type Props = {
  params: Promise<{ organization: string; cluster: string; scan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ScanPage({ params, searchParams }: Props) {
  const { organization, cluster, scan: id } = await params;
  const actor = await requireActor(organization);
  const { page, query, ...filter } = scanFilter(await searchParams);
  const { member } = await read(readOrganization(actor, {}));
  const scan = await read(readScan(actor, { cluster, scan: id, page, ...filter }));
  const home = `/${organization}/clusters`;
  return (
    <div className="grid gap-8 [&>header]:mb-0">
      <PageHeader
        crumbs={[
          { title: "Clusters", href: home },
          { title: scan.cluster.name, href: `${home}/${cluster}` },
          { title: formatTime(scan.at) },
        ]}
        title={`${formatCount(scan.failTotal)} results fail on ${scan.cluster.name}`}
        lede={
          <>
            {scan.snapshot.fileName}
            {scan.snapshot.takenAt ? `, taken ${formatTime(scan.snapshot.takenAt)}` : ""}, scanned {formatTime(scan.at)}
            , judged by <TextLink href="#judged-by">{sayWhose(scan.thresholds)}</TextLink>
          </>
        }
      />
      <ScanView
        scan={scan}
        filter={filter}
        query={query}
        home={`/${organization}`}
        mayAccept={can(member.role, "exceptions.write")}
        mayChangeThresholds={can(member.role, "clusters.write") && can(member.role, "snapshots.upload")}
      />
    </div>
  );
}
