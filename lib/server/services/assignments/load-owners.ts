import "server-only";
import { can } from "#lib/access/permissions.ts";
import type { Place } from "#lib/assignments/assignment.ts";
import { indexAssignments, resolveOwner } from "#lib/assignments/resolve-owner.ts";
import { listAssignments } from "#lib/server/db/assignments.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";

export type QuestionOwner = { id: string; name: string; dueOn: string | null };
export type Owners = {
  /** Members who may answer. */
  people: { id: string; name: string }[];
  /** Who answers a question; null: nobody. */
  ownerOf: (place: Place) => QuestionOwner | null;
};

/** Who is responsible for what in an assessment, as the assignments are now. */
export async function loadOwners(work: Work, assessment: string, organizationId: string): Promise<Owners> {
  const assigned = indexAssignments(await listAssignments(work, assessment));
  const members = await listMembersOf(work, organizationId);
  const names = new Map(members.map(({ userId, name }) => [userId, name]));
  return {
    people: members.filter(({ role }) => can(role, "answers.write")).map(({ userId, name }) => ({ id: userId, name })),
    ownerOf: (place) => {
      const owner = resolveOwner(place, assigned);
      const name = owner && names.get(owner.memberId);
      return owner && name ? { id: owner.memberId, name, dueOn: owner.dueOn } : null;
    },
  };
}
