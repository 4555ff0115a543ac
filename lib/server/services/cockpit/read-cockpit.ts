import { can } from "#lib/access/permissions.ts";
import { burnDown, questionsBehind } from "#lib/cockpit/burn-down.ts";
import { calendarOf, type DoneFacts, daysShown } from "#lib/cockpit/calendar.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { listMovedMilestones, listReminders, type ReminderRow } from "#lib/server/db/cockpit.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { canSendMail } from "#lib/server/mail/send-mail.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { standingOf } from "#lib/workflow/answers-under-review.ts";
import { sayBlocker } from "#lib/workflow/sentences-of-blockers.ts";
import { blockersOf, type Facts } from "#lib/workflow/steps.ts";
import { verb } from "../verb.ts";
import { factsOf } from "../workflow/load-review.ts";
import { openContradictionsOf } from "../workflow/open-contradictions-of.ts";
import { letterTo } from "./letter-to.ts";
import { type LoadedCockpit, loadCockpit } from "./load-cockpit.ts";

/** As many points as a line of the burn-down has at most. */
const MOST_POINTS = 92;

/** The two weeks at a glance: calendar, burn-down, who owes what, what blocks the next step, and who was reminded. */
export const readCockpit = verb(
  { name: "cockpit.read-cockpit", may: "assessments.read", input: AssessmentId },
  async (work, input, member) => {
    const loaded = await loadCockpit(work, member, input.assessment);
    const { standing, review, debts, open } = loaded;
    const { assessment } = standing;
    const today = now().toISOString().slice(0, 10);
    const facts = factsOf(review, assessment.state, openContradictionsOf(standing).length);
    const maySteer = can(member.role, "cockpit.write") && standing.signature === null;
    const reminders = await remindersOf(work, assessment.id);
    const reminded = new Set(
      reminders.flatMap((row) => (row.on === today && row.outcome !== "failed" ? [row.memberId] : [])),
    );
    const due = maySteer
      ? debts.flatMap((debt) => (debt.owner && debt.late > 0 && !reminded.has(debt.owner.id) ? [debt] : []))
      : [];
    return {
      assessment: { id: assessment.id, name: assessment.name, state: assessment.state, startsOn: assessment.startsOn },
      today,
      ...drawDays(loaded, doneFacts(loaded, facts), await listMovedMilestones(work, assessment.id), today),
      debts,
      open: {
        questions: open.questions.filter(({ to }) => to === null).length,
        contradictions: facts.openContradictions,
        evidence: open.evidence.filter(({ to }) => to === null).length,
      },
      blockers: blockersOfSigning(facts),
      reminders,
      /** What each of those who are late would get now. */
      letters: due.map((debt) => {
        const { subject, text } = letterTo(debt, assessment, member, today);
        return { memberId: debt.owner?.id ?? "", name: debt.owner?.name ?? "", subject, text };
      }),
      mail: canSendMail(),
      maySteer,
    };
  },
);

/** The calendar, and what was open on its days: from the kick-off until the last milestone, or today while it goes on. */
function drawDays({ standing, open }: LoadedCockpit, done: DoneFacts, moved: Map<string, string>, today: string) {
  const { startsOn } = standing.assessment;
  const planned = new Map<string, string>(calendarOf(startsOn, moved, done, today).map(({ id, on }) => [id, on]));
  const dayOf = (id: string) => planned.get(id) ?? startsOn;
  const behind = questionsBehind(open.questions, dayOf("kick-off"), dayOf("questionnaires"), today);
  const known = standing.at.slice(0, 10);
  const last = [...planned.values(), known].toSorted().at(-1) ?? known;
  const days = daysShown(dayOf("kick-off"), last, MOST_POINTS);
  return {
    calendar: calendarOf(startsOn, moved, done, today, behind),
    burnDown: burnDown({ days, today: known, ...open }, dayOf("questionnaires")),
  };
}

/** Everything between now and the signature, whatever step comes next. */
function blockersOfSigning(facts: Facts) {
  if (facts.state === "signed") return [];
  const blockers = blockersOf("sign", { ...facts, state: "accepted" });
  return blockers.map((blocker) => ({ kind: blocker.kind, says: sayBlocker(blocker, "sign") }));
}

/** How long a mail may be on its way before nobody can say any more what became of it, in milliseconds. */
const LONGEST_ON_ITS_WAY = 10 * 60_000;

async function remindersOf(work: Work, assessmentId: string) {
  const rows = await listReminders(work, assessmentId);
  return rows.map(({ at, ...row }) => ({ ...row, ...(isLost(row, at) ? LOST : {}), at: at.toISOString() }));
}

const LOST = { outcome: "unclear", reason: "The portal stopped while it was being sent" } as const;

function isLost({ outcome }: Pick<ReminderRow, "outcome">, at: Date): boolean {
  return outcome === "sending" && now().getTime() - at.getTime() > LONGEST_ON_ITS_WAY;
}

function doneFacts({ standing, open }: LoadedCockpit, { state, questions, openContradictions }: Facts): DoneFacts {
  const isAnswered = open.questions.every(({ to }) => to !== null);
  const isReviewed = questions.every((one) => ["accepted", "left-open"].includes(standingOf(one)));
  return {
    snapshots: standing.clusters.every(({ scan }) => scan !== null),
    questionnaires: isAnswered,
    contradictions: isAnswered && openContradictions === 0,
    review: state === "accepted" || state === "signed" || (state === "submitted" && isReviewed),
    "sign-off": state === "signed",
  };
}
