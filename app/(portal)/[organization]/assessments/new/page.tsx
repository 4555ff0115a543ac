import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { offers, read, requireActor } from "#app/door/reader.ts";
import { AssessmentForm } from "#components/assessments/assessment-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { now } from "#lib/server/runtime/clock.ts";
import { listAssessments } from "#lib/server/services/assessments/list-assessments.ts";
import { listClusters } from "#lib/server/services/clusters/list-clusters.ts";
import { createAssessmentAction } from "../actions.ts";

export const metadata: Metadata = { title: "Start an assessment" };

export default async function NewAssessmentPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params;
  const actor = await requireActor(organization);
  if (!(await offers(actor, "assessments.write"))) notFound();
  const clusters = await read(listClusters(actor, {}));
  const earlier = await read(listAssessments(actor, {}));
  const home = `/${organization}/assessments`;
  if (clusters.length === 0) {
    return (
      <EmptyState
        level={1}
        title="An assessment needs a cluster"
        action={<ButtonLink href={`/${organization}/clusters/new`}>Create a cluster</ButtonLink>}
      >
        Create the first one; a snapshot can follow later.
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeader
        title="What shall this assessment look at?"
        crumbs={[{ title: "Assessments", href: home }, { title: "Start" }]}
      />
      <AssessmentForm
        action={createAssessmentAction.bind(null, organization)}
        home={home}
        clusters={clusters}
        earlier={earlier}
        today={now().toISOString().slice(0, 10)}
      />
    </>
  );
}
