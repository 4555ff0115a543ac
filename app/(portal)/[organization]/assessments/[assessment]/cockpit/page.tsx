import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { BurnDown } from "#components/cockpit/burn-down.tsx";
import { Debts } from "#components/cockpit/debts.tsx";
import { ReminderHistory } from "#components/cockpit/reminder-history.tsx";
import { TwoWeeks } from "#components/cockpit/two-weeks.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { BlockerList } from "#components/workflow/blocker-list.tsx";
import { readCockpit } from "#lib/server/services/cockpit/read-cockpit.ts";
import { whereBlockersLead } from "../review/where-blockers-lead.ts";
import { moveMilestoneAction, sendRemindersAction } from "./actions.ts";
import { sayDebts, titleOfCockpit } from "./title-of-cockpit.ts";

export const metadata: Metadata = { title: "Cockpit" };

type Props = { params: Promise<{ organization: string; assessment: string }> };

export default async function CockpitPage({ params }: Props) {
  const { organization, assessment: id } = await params;
  const view = await read(readCockpit(await requireActor(organization), { assessment: id }));
  const home = `/${organization}/assessments`;
  const { open, blockers, maySteer } = view;
  return (
    <>
      <PageHeader
        crumbs={[
          { title: "Assessments", href: home },
          { title: view.assessment.name, href: `${home}/${id}` },
          { title: "Cockpit" },
        ]}
        title={titleOfCockpit(view)}
      />
      <TwoWeeks
        calendar={view.calendar}
        today={view.today}
        move={maySteer ? moveMilestoneAction.bind(null, organization, id) : null}
      />
      <dl className="grid grid-cols-3 items-end gap-4 sm:gap-6">
        <Stat label="Open questions" value={String(open.questions)} />
        <Stat label="Open contradictions" value={String(open.contradictions)} />
        <Stat label="Controls without evidence" value={String(open.evidence)} />
      </dl>
      <BurnDown days={view.burnDown} today={view.today} />
      <Section title="Who owes what" lede={sayDebts(view)}>
        <Debts
          debts={view.debts}
          today={view.today}
          reminders={view.reminders}
          letters={view.letters}
          hrefs={{
            questionnaire: `${home}/${id}/questionnaire`,
            assignments: `${home}/${id}/assignments`,
            review: `${home}/${id}/review?show=changes-requested#answers`,
            contradictions: `${home}/${id}/contradictions`,
          }}
          canSend={view.mail}
          remind={maySteer ? sendRemindersAction.bind(null, organization, id) : null}
        />
      </Section>
      {blockers.length > 0 && (
        <Section title="What blocks signing">
          <BlockerList lines={whereBlockersLead(blockers, organization, id)} />
        </Section>
      )}
      {view.reminders.length > 0 && (
        <Section title="Reminders">
          <ReminderHistory reminders={view.reminders} />
        </Section>
      )}
    </>
  );
}
