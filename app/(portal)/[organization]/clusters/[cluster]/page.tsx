import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { ClusterForm } from "#components/clusters/cluster-form.tsx";
import { ScanSettingsForm } from "#components/clusters/scan-settings-form.tsx";
import { AcceptedSection } from "#components/exceptions/accepted-section.tsx";
import { ScanTable } from "#components/snapshots/scan-table.tsx";
import { UploadPanel } from "#components/snapshots/upload-panel.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { can } from "#lib/access/permissions.ts";
import { nameOfDistribution } from "#lib/presentation/distributions.ts";
import { formatCount } from "#lib/presentation/numbers.ts";
import { readCluster } from "#lib/server/services/clusters/read-cluster.ts";
import { readOrganization } from "#lib/server/services/organizations/read-organization.ts";
import { changeClusterAction, changeScanSettingsAction } from "../actions.ts";

export const metadata: Metadata = { title: "Cluster" };

export default async function ClusterPage({ params }: { params: Promise<{ organization: string; cluster: string }> }) {
  const { organization, cluster: id } = await params;
  const actor = await requireActor(organization);
  const [{ member }, cluster] = [
    await read(readOrganization(actor, {})),
    await read(readCluster(actor, { cluster: id })),
  ];
  const home = `/${organization}/clusters`;
  const [last] = cluster.scans;
  return (
    <div className="grid gap-10 [&>header]:mb-0">
      <PageHeader
        crumbs={[{ title: "Clusters", href: home }, { title: cluster.name }]}
        title={
          last
            ? `${cluster.name}: ${formatCount(last.fails)} results fail on ${formatCount(last.objects)} objects`
            : `${cluster.name} waits for its first snapshot`
        }
        action={
          last ? (
            <ButtonLink variant="secondary" href={`${home}/${id}/exceptions`}>
              Exceptions
            </ButtonLink>
          ) : null
        }
        lede={`${nameOfDistribution(cluster.distribution)} · criticality ${cluster.criticality} of 5 · data sensitivity ${cluster.dataSensitivity} of 5`}
      />
      {can(member.role, "snapshots.upload") ? (
        <UploadPanel url={`${home}/${id}/snapshots`} scansHref={`${home}/${id}/scans`} />
      ) : null}
      {cluster.scans.length > 0 ? (
        <Section title="Scans">
          <ScanTable scans={cluster.scans} href={`${home}/${id}/scans`} />
        </Section>
      ) : null}
      <AcceptedSection
        lines={cluster.exceptions}
        checksHref={`/${organization}/checks`}
        href={`${home}/${id}/exceptions`}
      />
      {can(member.role, "clusters.write") ? (
        <Section
          title="What is at stake"
          lede="Criticality and data sensitivity move the impact of every finding on this cluster."
        >
          <ClusterForm action={changeClusterAction.bind(null, organization, id)} home={home} now={cluster} />
        </Section>
      ) : null}
      {can(member.role, "clusters.write") && can(member.role, "snapshots.upload") ? (
        <Section
          id="thresholds"
          title="Thresholds of its checks"
          lede="Where good engineers disagree, the cluster decides; what it does not decide is the field's default."
        >
          <ScanSettingsForm
            action={changeScanSettingsAction.bind(null, organization, id)}
            scansHref={`${home}/${id}/scans`}
            now={cluster.scanSettings}
          />
        </Section>
      ) : null}
    </div>
  );
}
