import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { Agenda } from "#components/workshop/agenda.tsx";
import { AgreedAnswers } from "#components/workshop/agreed-answers.tsx";
import { EndedRoundSection } from "#components/workshop/ended-round-section.tsx";
import { RoundForm } from "#components/workshop/round-form.tsx";
import { RunningRoundSection } from "#components/workshop/running-rounds.tsx";
import { sayWorkshop } from "#components/workshop/say-workshop.ts";
import { readWorkshop } from "#lib/server/services/blind/read-workshop.ts";
import { saveAnswerAction } from "../questionnaire/actions.ts";
import { adoptAgreedAction, endRoundAction, planMinutesAction, startRoundAction } from "./actions.ts";

export const metadata: Metadata = { title: "Workshop" };

type Props = { params: Promise<{ organization: string; assessment: string }> };

export default async function WorkshopPage({ params }: Props) {
  const { organization, assessment: id } = await params;
  const view = await read(readWorkshop(await requireActor(organization), { assessment: id }));
  const { running, ended, start, mayEnd, maySettle } = view;
  const home = `/${organization}/assessments`;
  const questionnaireHref = `${home}/${id}/questionnaire`;
  return (
    <>
      <PageHeader
        crumbs={[
          { title: "Assessments", href: home },
          { title: view.assessment.name, href: `${home}/${id}` },
          { title: "Workshop" },
        ]}
        title={sayWorkshop(running, ended)}
      />
      {running.map((round) => (
        <RunningRoundSection
          key={round.id}
          round={round}
          questionnaireHref={questionnaireHref}
          end={mayEnd ? endRoundAction.bind(null, organization, id) : null}
        />
      ))}
      {ended.map((round) => (
        <EndedRoundSection key={round.id} round={round} questionnaireHref={questionnaireHref}>
          {round.agreed.length > 0 && (
            <AgreedAnswers
              agreed={round.agreed}
              adopt={maySettle ? adoptAgreedAction.bind(null, organization, id, round.id) : null}
            />
          )}
          <Agenda
            groups={round.groups}
            questionnaireHref={questionnaireHref}
            settle={maySettle ? saveAnswerAction.bind(null, organization, id) : null}
            plan={maySettle ? planMinutesAction.bind(null, organization, id, round.id) : null}
          />
        </EndedRoundSection>
      ))}
      {running.length + ended.length === 0 && (
        <EmptyState title="Nobody answers alone yet">
          Two people who answer the same questions without seeing each other show where the organization disagrees with
          itself. What they say alike is an answer; where they differ is what a workshop is for.
        </EmptyState>
      )}
      {start && (running.length === 0 || start.dimensions.some(({ unanswered }) => unanswered > 0)) && (
        <Section title="Answering alone">
          <RoundForm choices={start} start={startRoundAction.bind(null, organization, id)} />
        </Section>
      )}
    </>
  );
}
