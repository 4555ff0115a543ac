import type { Metadata } from "next";
import { offers, read, requireActor } from "#app/door/reader.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { BlockerList } from "#components/workflow/blocker-list.tsx";
import { LogTimeline } from "#components/workflow/log-timeline.tsx";
import { OpenQuestions } from "#components/workflow/open-questions.tsx";
import { ReviewBoard } from "#components/workflow/review-board.tsx";
import { SignaturePanel } from "#components/workflow/signature-panel.tsx";
import { StateTrack } from "#components/workflow/state-track.tsx";
import { formatList } from "#lib/presentation/numbers.ts";
import { type ReviewView, readReview } from "#lib/server/services/workflow/read-review.ts";
import { leaveOpenAction, reviewAnswerAction } from "./actions.ts";
import { NextStep } from "./next-step.tsx";
import { whereBlockersLead } from "./where-blockers-lead.ts";

export const metadata: Metadata = { title: "Review and sign-off" };

type Props = {
  params: Promise<{ organization: string; assessment: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The answers that somebody has to do with in each state. */
const FIRST_SHOWN = {
  draft: "waiting",
  submitted: "waiting",
  "changes-requested": "changes-requested",
  accepted: "all",
  signed: "all",
} as const;

export default async function ReviewPage({ params, searchParams }: Props) {
  const { organization, assessment: id } = await params;
  const query = await searchParams;
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : null);
  const actor = await requireActor(organization);
  const view = await read(readReview(actor, { assessment: id }));
  const home = `/${organization}/assessments`;
  const questionnaire = `${home}/${id}/questionnaire`;
  const without = view.questions.filter(({ answer }) => answer === null);
  return (
    <>
      <PageHeader
        crumbs={[
          { title: "Assessments", href: home },
          { title: view.assessment.name, href: `${home}/${id}` },
          { title: "Review and sign-off" },
        ]}
        title={view.title}
        action={<NextStep view={view} organization={organization} />}
      />
      <StateTrack state={view.assessment.state} />
      {view.signature && (
        <Section title="What was signed">
          <SignaturePanel
            content={view.toSign}
            signature={view.signature}
            documentHref={`${home}/${id}/review/signed.json`}
            nextHref={(await offers(actor, "assessments.write")) ? `${home}/new` : null}
          />
        </Section>
      )}
      {view.next && <WhatBlocks view={view} next={view.next} organization={organization} />}
      {view.questions.length > without.length && (
        <Section title="Answers" id="answers">
          <ReviewBoard
            items={view.questions}
            query={{ question: one("question"), show: one("show") ?? FIRST_SHOWN[view.assessment.state] }}
            mayReview={view.mayReview}
            questionnaireHref={questionnaire}
            save={reviewAnswerAction.bind(null, organization, id)}
          />
        </Section>
      )}
      {without.length > 0 && (
        <Section
          title="Questions without an answer"
          lede="Answer them, or say why one stays open: whoever signs reads the reason."
        >
          <OpenQuestions
            items={without}
            questionnaireHref={questionnaire}
            leave={view.mayAnswer ? leaveOpenAction.bind(null, organization, id) : undefined}
          />
        </Section>
      )}
      <Section
        title="Log"
        lede="Every step and every decision. Each entry carries the hash of the one before it, so that nothing can be changed unseen."
        aside={
          view.log.length > 0 ? (
            <ButtonLink size="small" href={`${home}/${id}/review/log.jsonl`} prefetch={false} download>
              Export the log
            </ButtonLink>
          ) : null
        }
      >
        <LogTimeline lines={view.log} />
      </Section>
    </>
  );
}

type Next = NonNullable<ReviewView["next"]>;

function WhatBlocks({ view, next, organization }: { view: ReviewView; next: Next; organization: string }) {
  return (
    <Section title={next.question}>
      {next.blockers.length > 0 ? (
        <BlockerList lines={whereBlockersLead(next.blockers, organization, view.assessment.id)} />
      ) : (
        <p>
          Nothing is in the way.{" "}
          {next.allowed ? "" : `${next.takers.length > 0 ? formatList(next.takers) : "Nobody yet"} can do it.`}
        </p>
      )}
    </Section>
  );
}
