import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { NoLongerAskedList } from "#components/questionnaire/no-longer-asked.tsx";
import { QuestionnaireScreen } from "#components/questionnaire/questionnaire-screen.tsx";
import { readQuestionnaire } from "#lib/server/services/answers/read-questionnaire.ts";
import { acceptProposalsAction, confirmAnswersAction, saveAnswerAction } from "./actions.ts";

export const metadata: Metadata = { title: "Questionnaire" };

type Props = {
  params: Promise<{ organization: string; assessment: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function QuestionnairePage({ params, searchParams }: Props) {
  const { organization, assessment: id } = await params;
  const query = await searchParams;
  const view = await read(readQuestionnaire(await requireActor(organization), { assessment: id }));
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : null);
  const home = `/${organization}/assessments`;
  return (
    <>
      <QuestionnaireScreen
        // A round that begins or ends changes whose answers these are.
        key={[...new Set(view.questions.map(({ blind }) => blind?.round))].join()}
        crumbs={[
          { title: "Assessments", href: home },
          { title: view.assessment.name, href: `${home}/${id}` },
          { title: "Questionnaire" },
        ]}
        exchangeHref={`${home}/${id}/exchange`}
        freshHref={`${home}/${id}/questionnaire/fresh`}
        assessment={id}
        items={view.questions}
        people={view.people}
        concerns={view.concerns}
        dimensions={view.dimensions}
        ledgerHref={`${home}/${id}/contradictions`}
        checksHref={`/${organization}/checks`}
        query={{ question: one("question"), show: one("show"), by: one("by"), of: one("of") }}
        today={view.at.slice(0, 10)}
        readOnly={!view.mayAnswer}
        live={{ url: `/api/live/${organization}/${id}`, since: view.at }}
        save={saveAnswerAction.bind(null, organization, id)}
        acceptAll={acceptProposalsAction.bind(null, organization, id)}
        confirm={confirmAnswersAction.bind(null, organization, id)}
      />
      <NoLongerAskedList items={view.noLongerAsked} />
    </>
  );
}
