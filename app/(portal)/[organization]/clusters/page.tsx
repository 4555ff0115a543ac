import type { Metadata } from "next";
import { offers, read, requireActor } from "#app/door/reader.ts";
import { ClusterTable } from "#components/clusters/cluster-table.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { formatThings } from "#lib/presentation/numbers.ts";
import { listClusters } from "#lib/server/services/clusters/list-clusters.ts";

export const metadata: Metadata = { title: "Clusters" };

export default async function ClustersPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params;
  const actor = await requireActor(organization);
  const clusters = await read(listClusters(actor, {}));
  const home = `/${organization}/clusters`;
  const create = (await offers(actor, "clusters.write")) ? (
    <ButtonLink href={`${home}/new`} variant="primary">
      Create a cluster
    </ButtonLink>
  ) : null;
  if (clusters.length === 0) {
    return (
      <EmptyState level={1} title="No cluster is charted yet" action={create}>
        {create
          ? "Create one, then upload what kubectl prints of it."
          : "An architect or a consultant of your organization creates the first one."}
      </EmptyState>
    );
  }
  const unscanned = clusters.filter((cluster) => !cluster.lastScan).length;
  return (
    <>
      <PageHeader
        title={
          unscanned > 0
            ? `${unscanned} of ${formatThings(clusters.length, "cluster")} still wait for a scan`
            : `All ${formatThings(clusters.length, "cluster")} are scanned`
        }
        action={create}
      />
      <ClusterTable clusters={clusters} home={home} />
    </>
  );
}
