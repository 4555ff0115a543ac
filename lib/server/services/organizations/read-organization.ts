import type { Role } from "#lib/access/permissions.ts";
import { Nothing } from "#lib/contracts/inputs.ts";
import { listOwnMemberships } from "#lib/server/db/accounts.ts";
import { listAssessmentNames } from "#lib/server/db/assessments.ts";
import { countUnreadMentions } from "#lib/server/db/mentions.ts";
import { verb } from "../verb.ts";

/** What every page of the portal shows around itself. */
export type OrganizationView = {
  slug: string;
  name: string;
  member: { name: string; role: Role };
  assessments: { id: string; name: string }[];
  /** Mentions of the member that were not looked at. */
  unreadMentions: number;
  /** Where else the person is a member. */
  others: { slug: string; name: string }[];
};

export const readOrganization = verb(
  { name: "organizations.read-organization", may: "organization.read", input: Nothing },
  async (work, _, member): Promise<OrganizationView> => {
    const memberships = await listOwnMemberships(work, member.userId);
    const assessments = await listAssessmentNames(work);
    return {
      slug: member.organization,
      name: member.organizationName,
      member: { name: member.name, role: member.role },
      assessments,
      unreadMentions: await countUnreadMentions(work, member.userId),
      others: memberships
        .filter((other) => other.organization !== member.organization)
        .map((other) => ({ slug: other.organization, name: other.organizationName })),
    };
  },
);
