import type { ReviewView } from "#lib/server/services/workflow/read-review.ts";

type Blocker = NonNullable<ReviewView["next"]>["blockers"][number];

/** Each blocker with the page on which something can be done about it. */
export function whereBlockersLead(
  blockers: readonly Pick<Blocker, "kind" | "says">[],
  organization: string,
  assessment: string,
) {
  const of = `/${organization}/assessments/${assessment}`;
  const leads: Record<string, { href: string; leads: string }> = {
    "nothing-answered": { href: `${of}/questionnaire`, leads: "Answer questions" },
    unanswered: { href: `${of}/questionnaire?show=unanswered`, leads: "Answer them" },
    unreviewed: { href: `${of}/review#answers`, leads: "Review them" },
    "changes-requested": { href: `${of}/review?show=changes-requested#answers`, leads: "See what is asked" },
    "no-second-person": { href: `/${organization}/members`, leads: "See who is a member" },
    contradictions: { href: `${of}/contradictions`, leads: "Settle them" },
  };
  return blockers.map(({ kind, says }) => ({ kind, says, href: null, leads: "", ...leads[kind] }));
}
