import { can } from "#lib/access/permissions.ts";
import { burnDown } from "#lib/cockpit/burn-down.ts";
import { calendarOf, type DoneFacts, daysFrom } from "#lib/cockpit/calendar.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { listMovedMilestones, listReminders } from "#lib/server/db/cockpit.ts";
import { canSendMail } from "#lib/server/mail/send-mail.ts";
import { sayBlocker } from "#lib/workflow/sentences-of-blockers.ts";
import { blockersOf } from "#lib/workflow/steps.ts";
import { verb } from "../verb.ts";
import { factsOf, type LoadedReview, loadReview } from "../workflow/load-review.ts";
import { openContradictionsOf } from "../workflow/open-contradictions-of.ts";
import { type LoadedCockpit, loadCockpit } from "./load-cockpit.ts";

/** The two weeks at a glance: calendar, burn-down, who owes what, what blocks the next step, and who was reminded. */
export const readCockpit = verb(
  { name: "cockpit.read-cockpit", may: "assessments.read", input: AssessmentId },
  async (work, input, member) => {
    const loaded = await loadCockpit(work, member, input.assessment);
    const { standing, debts, open } = loaded;
    const { assessment } = standing;
    const today = standing.at.slice(0, 10);
    const review = await loadReview(work, member, assessment.id, standing.catalogue.asked);
    const facts = factsOf(review, assessment.state, openContradictionsOf(standing).length);
    const moved = await listMovedMilestones(work, assessment.id);
    const calendar = calendarOf(assessment.startsOn, moved, doneFacts(loaded, review), today);
    const dayOf = (id: string) => calendar.find((milestone) => milestone.id === id)?.on ?? assessment.startsOn;
    const last = [dayOf("read-out"), dayOf("kick-off"), ...calendar.map(({ on }) => on)].toSorted().at(-1) ?? today;
    // Everything between now and the signature, whatever step comes next.
    const signing =
      assessment.state === "signed"
        ? []
        : blockersOf("sign", { ...facts, state: "accepted" }).map((blocker) => ({
            kind: blocker.kind,
            says: sayBlocker(blocker, "sign"),
          }));
    return {
      assessment: { id: assessment.id, name: assessment.name, state: assessment.state, startsOn: assessment.startsOn },
      today,
      calendar,
      burnDown: burnDown({ days: daysFrom(dayOf("kick-off"), last), today, ...open }, dayOf("questionnaires")),
      debts,
      open: {
        questions: open.questions.filter(({ to }) => to === null).length,
        contradictions: facts.openContradictions,
        evidence: open.evidence.filter(({ to }) => to === null).length,
      },
      blockers: signing,
      reminders: (await listReminders(work, assessment.id)).map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
      mail: canSendMail(),
      maySteer: can(member.role, "cockpit.write") && standing.signature === null,
    };
  },
);

function doneFacts({ standing, open }: LoadedCockpit, review: LoadedReview): DoneFacts {
  const { state } = standing.assessment;
  const isPast = state === "accepted" || state === "signed";
  return {
    snapshots: standing.clusters.every(({ scan }) => scan !== null),
    questionnaires: open.questions.every(({ to }) => to !== null),
    contradictions: open.questions.every(({ to }) => to !== null) && openContradictionsOf(standing).length === 0,
    review:
      isPast ||
      (review.questions.length > 0 &&
        state === "submitted" &&
        review.questions.every((line) => line.review?.verdict === "accepted" || line.leftOpen !== null)),
    "sign-off": state === "signed",
  };
}
