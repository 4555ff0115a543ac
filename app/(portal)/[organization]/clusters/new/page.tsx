import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { offers, requireActor } from "#app/door/reader.ts";
import { ClusterForm } from "#components/clusters/cluster-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { createClusterAction } from "../actions.ts";

export const metadata: Metadata = { title: "Create a cluster" };

export default async function NewClusterPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params;
  if (!(await offers(await requireActor(organization), "clusters.write"))) notFound();
  const home = `/${organization}/clusters`;
  return (
    <>
      <PageHeader
        title="Which cluster do you want to chart?"
        crumbs={[{ title: "Clusters", href: home }, { title: "Create" }]}
      />
      <ClusterForm action={createClusterAction.bind(null, organization)} home={home} />
    </>
  );
}
