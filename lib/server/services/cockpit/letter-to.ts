import type { ActingMember } from "#lib/access/actor.ts";
import { remind } from "#lib/cockpit/reminder.ts";
import type { Debt } from "#lib/cockpit/who-owes.ts";
import { environment } from "#lib/server/runtime/env.ts";

/** The mail that reminds somebody of what they owe. Its link is built from the portal's own address, never from a request. */
export function letterTo(debt: Debt, assessment: { id: string; name: string }, from: ActingMember, today: string) {
  const { origin } = new URL(environment().NEXTAUTH_URL);
  return remind(debt, {
    assessment: assessment.name,
    organization: from.organizationName,
    from: from.name,
    href: `${origin}/${from.organization}/assessments/${assessment.id}/questionnaire?show=unanswered&of=me`,
    today,
  });
}
