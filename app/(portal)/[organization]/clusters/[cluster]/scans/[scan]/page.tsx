import type { Metadata } from "next";
import { offers, read, requireActor } from "#app/door/reader.ts";
import { ScanView } from "#components/results/scan-view.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { formatTime } from "#lib/presentation/dates.ts";
import { formatCount } from "#lib/presentation/numbers.ts";
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
        lede={`${scan.snapshot.fileName}, scanned ${formatTime(scan.at)}`}
      />
      <ScanView
        scan={scan}
        filter={filter}
        query={query}
        home={`/${organization}`}
        mayAccept={await offers(actor, "exceptions.write")}
      />
    </div>
  );
}
