import type { ActingMember } from "#lib/access/actor.ts";
import type { Debt } from "#lib/cockpit/who-owes.ts";
import { SentReminders } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { findStateForWriting } from "#lib/server/db/assessment-states.ts";
import { claimReminder, storeReminderOutcome } from "#lib/server/db/cockpit.ts";
import { listMembersOf, type MemberRow } from "#lib/server/db/organizations.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { canSendMail, type Mail, sendMails } from "#lib/server/mail/send-mail.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { type InWork, longVerb, notFound } from "../verb.ts";
import { appendToLog } from "../workflow/append-to-log.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";
import { letterTo } from "./letter-to.ts";
import { loadCockpit } from "./load-cockpit.ts";

export type Reminded = { sent: string[]; failed: { name: string; reason: string }[]; already: string[] };
type Person = { memberId: string; name: string };
type Claimed = { letters: (Mail & { of: Person })[]; already: string[]; today: string };

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
    const { letters, already, today } = await claim(inWork, assessment, new Set(members));
    const results = letters.length > 0 ? await sendMails(letters) : [];
    return inWork(async (work, member) => {
      for (const { of, result } of results)
        await storeReminderOutcome(work, { assessmentId: assessment, memberId: of.memberId, on: today }, result);
      const sent = results.filter(({ result }) => result.outcome === "sent").map(({ of }) => of.name);
      const failed = results
        .filter(({ result }) => result.outcome !== "sent")
        .map(({ of, result }) => ({ name: of.name, reason: result.reason }));
      const told = { sent, failed, already };
      await audit(work, member, told);
      // It may have been signed while the mails were on their way: what was sent is stored all the same.
      if (sent.length > 0 && (await findStateForWriting(work, assessment)) !== "signed")
        await appendToLog(work, member, assessment, "reminders.sent", { to: sent });
      return told;
    });
  },
);

/** Claims everybody who is late and was not reminded today, in one transaction. */
function claim(inWork: InWork, assessmentId: string, members: ReadonlySet<string>): Promise<Claimed> {
  return inWork(async (work, member) => {
    await requireUnsigned(work, assessmentId);
    const { standing, debts } = await loadCockpit(work, member, assessmentId);
    const people = new Map((await listMembersOf(work, member.organizationId)).map((each) => [each.userId, each]));
    if (![...members].every((id) => people.has(id))) throw notFound();
    const today = standing.at.slice(0, 10);
    const claimed: Claimed = { letters: [], already: [], today };
    // In one order, whoever asks: two who claim the same people at once wait for each other and not in a circle.
    for (const id of [...members].toSorted()) {
      const person = people.get(id);
      const debt = debts.find(({ owner }) => owner?.id === id);
      if (!person || !debt || debt.late === 0) continue;
      if (!canSendMail()) throw noServer();
      if (await claimFor(work, member, { assessmentId, person, debt, today })) {
        const { name, email } = person;
        claimed.letters.push({
          of: { memberId: id, name },
          to: { name, address: email },
          replyTo: replyTo(people.get(member.userId)),
          ...letterTo(debt, standing.assessment, member, today),
        });
      } else claimed.already.push(person.name);
    }
    return claimed;
  });
}

type ClaimOf = { assessmentId: string; person: MemberRow; debt: Debt; today: string };

function claimFor(work: Work, member: ActingMember, { assessmentId, person, debt, today }: ClaimOf): Promise<boolean> {
  return claimReminder(work, member.organizationId, assessmentId, {
    memberId: person.userId,
    memberName: person.name,
    on: today,
    questions: debt.questions.length,
    at: now(),
    by: { id: member.userId, name: member.name },
  });
}

/** Who asked for the reminder gets the answers to it. */
function replyTo(sender: MemberRow | undefined): Mail["replyTo"] {
  return sender && { name: sender.name, address: sender.email };
}

function noServer(): Refusal {
  return new Refusal("refused", "This portal sends no mail.", {
    detail: "Nothing was sent. Whoever runs it sets SMTP_URL and MAIL_FROM in its environment.",
  });
}
