import { can } from "#lib/access/permissions.ts";
import type { Catalog } from "#lib/catalog/control.ts";
import { AssignedPartInput } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { removeAssignment, storeAssignment } from "#lib/server/db/assignments.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { loadCatalog } from "../own-questions/load-catalog.ts";
import { notFound, verb } from "../verb.ts";
import { askedQuestions } from "../workflow/asked-questions.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";

/** Makes a member responsible for a dimension, a concern or a question until a day; null: nobody. */
export const assignPart = verb(
  {
    name: "assignments.assign-part",
    may: "assessments.write",
    input: AssignedPartInput,
    writes: ({ assessment, part, target, member }) => ({ subject: assessment, details: { part, target, member } }),
  },
  async (work, input, member) => {
    const { assessment, part, target, dueOn } = input;
    await requireUnsigned(work, assessment);
    if (!targets[part](await loadCatalog(work)).some(({ id }) => id === target)) throw notFound();
    if (input.member === null) {
      await removeAssignment(work, assessment, { part, target });
      return { member: null };
    }
    const found = (await listMembersOf(work, member.organizationId)).find(({ userId }) => userId === input.member);
    if (!found) throw notFound();
    if (!can(found.role, "answers.write")) {
      throw new Refusal("refused", `${found.name} reads, and may not answer.`, {
        detail:
          "Nothing was stored. Choose an architect, a consultant or an admin, or ask an admin to change the role.",
      });
    }
    const assignment = { part, target, memberId: found.userId, dueOn };
    await storeAssignment(work, member.organizationId, assessment, assignment, { by: member.userId, at: now() });
    return { member: found.name };
  },
);

const targets = {
  dimension: (catalog: Catalog) => catalog.dimensions,
  concern: (catalog: Catalog) => catalog.concerns,
  question: (catalog: Catalog) => askedQuestions(catalog),
};
