import type { Metadata } from "next";
import { offers, read, requireActor } from "#app/door/reader.ts";
import { AssessmentTable } from "#components/assessments/assessment-table.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { formatThings } from "#lib/presentation/numbers.ts";
import { listAssessments } from "#lib/server/services/assessments/list-assessments.ts";

export const metadata: Metadata = { title: "Assessments" };

export default async function AssessmentsPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params;
  const actor = await requireActor(organization);
  const assessments = await read(listAssessments(actor, {}));
  const home = `/${organization}/assessments`;
  const create = (await offers(actor, "assessments.write")) ? (
    <ButtonLink href={`${home}/new`} variant="primary">
      Start an assessment
    </ButtonLink>
  ) : null;
  if (assessments.length === 0) {
    return (
      <EmptyState level={1} title="No assessment has begun" action={create}>
        An assessment is one pass over your clusters; it takes about two weeks.
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeader
        title={`${formatThings(assessments.length, "assessment")} so far, the newest is ${assessments[0]?.name}`}
        action={create}
      />
      <AssessmentTable assessments={assessments} home={home} />
    </>
  );
}
