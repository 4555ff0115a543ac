import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { AssignmentsBoard } from "#components/assignments/assignments-board.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { formatThings } from "#lib/presentation/numbers.ts";
import { readAssignments } from "#lib/server/services/assignments/read-assignments.ts";
import { assignPartAction } from "./actions.ts";

export const metadata: Metadata = { title: "Assignments" };

type Props = { params: Promise<{ organization: string; assessment: string }> };

export default async function AssignmentsPage({ params }: Props) {
  const { organization, assessment: id } = await params;
  const view = await read(readAssignments(await requireActor(organization), { assessment: id }));
  const home = `/${organization}/assessments`;
  const { dimensions, concerns, questions, people, unassigned, total } = view;
  return (
    <>
      <PageHeader
        crumbs={[
          { title: "Assessments", href: home },
          { title: view.assessment.name, href: `${home}/${id}` },
          { title: "Assignments" },
        ]}
        title={
          unassigned === 0
            ? `Each of the ${total} questions has somebody who answers it`
            : `${formatThings(unassigned, "question")} of ${total} ${unassigned === 1 ? "has" : "have"} nobody who answers ${unassigned === 1 ? "it" : "them"}`
        }
      />
      <AssignmentsBoard
        dimensions={dimensions}
        concerns={concerns}
        questions={questions}
        people={people}
        questionnaireHref={`${home}/${id}/questionnaire`}
        assign={view.mayAssign ? assignPartAction.bind(null, organization, id) : null}
      />
    </>
  );
}
