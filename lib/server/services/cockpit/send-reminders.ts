import { remind } from "#lib/cockpit/reminder.ts";
import type { Debt } from "#lib/cockpit/who-owes.ts";
import { SentReminders } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { claimReminder, storeReminderOutcome } from "#lib/server/db/cockpit.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { canSendMail, type Mail, sendMails } from "#lib/server/mail/send-mail.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { environment } from "#lib/server/runtime/env.ts";
import { longVerb, notFound } from "../verb.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";
import { loadCockpit } from "./load-cockpit.ts";

export type Reminded = { sent: string[]; failed: { name: string; reason: string }[]; already: string[] };
type Letter = Mail & { of: { memberId: string; name: string } };

/**
 * Reminds members who are late, each at most once a day. Each is claimed before anything is sent and told of after it, in
 * transactions of their own: no transaction waits for a mail server, and nobody is written to twice.
 */
export const sendReminders = longVerb(
  {
    name: "cockpit.send-reminders",
    may: "cockpit.write",
    input: SentReminders,
    writes: ({ assessment }, { sent, failed, already }: Reminded) => ({
      subject: assessment,
      details: { sent: sent.length, failed: failed.length, already: already.length },
    }),
  },
  async (inWork, { assessment, members }, audit): Promise<Reminded> => {
    const claimed = await inWork(async (work, member) => {
      await requireUnsigned(work, assessment);
      const { standing, debts } = await loadCockpit(work, member, assessment);
      const people = new Map((await listMembersOf(work, member.organizationId)).map((each) => [each.userId, each]));
      if (members.some((id) => !people.has(id))) throw notFound();
      const today = standing.at.slice(0, 10);
      const [letters, already]: [Letter[], string[]] = [[], []];
      for (const id of new Set(members)) {
        const person = people.get(id);
        const debt = debts.find(({ owner }) => owner?.id === id);
        if (!person || !debt || debt.late === 0) continue;
        if (!canSendMail()) throw noServer();
        const by = { id: member.userId, name: member.name };
        const claim = {
          memberId: id,
          memberName: person.name,
          on: today,
          questions: debt.questions.length,
          at: now(),
          by,
        };
        if (await claimReminder(work, member.organizationId, assessment, claim))
          letters.push(letterTo(person, debt, member));
        else already.push(person.name);
      }
      return { letters, already, today };

      function letterTo(
        person: { userId: string; name: string; email: string },
        debt: Debt,
        from: typeof member,
      ): Letter {
        const { origin } = new URL(environment().NEXTAUTH_URL);
        const href = `${origin}/${from.organization}/assessments/${assessment}/questionnaire?show=unanswered&of=me`;
        const about = {
          assessment: standing.assessment.name,
          organization: from.organizationName,
          from: from.name,
          href,
          today,
        };
        const to = { name: person.name, address: person.email };
        return { of: { memberId: person.userId, name: person.name }, to, ...remind(debt, about) };
      }
    });
    const results = claimed.letters.length > 0 ? await sendMails(claimed.letters) : [];
    return inWork(async (work, member) => {
      for (const { of, result } of results)
        await storeReminderOutcome(
          work,
          { assessmentId: assessment, memberId: of.memberId, on: claimed.today },
          result,
        );
      const sent = results.filter(({ result }) => result.outcome === "sent").map(({ of }) => of.name);
      const failed = results
        .filter(({ result }) => result.outcome === "failed")
        .map(({ of, result }) => ({ name: of.name, reason: result.reason }));
      const told = { sent, failed, already: claimed.already };
      await audit(work, member, told);
      return told;
    });
  },
);

function noServer(): Refusal {
  return new Refusal("refused", "This portal sends no mail.", {
    detail: "Nothing was sent. Whoever runs it sets SMTP_URL and MAIL_FROM in its environment.",
  });
}
