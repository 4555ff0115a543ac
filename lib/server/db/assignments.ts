import "server-only";
import type { AssignedPart, Assignment } from "#lib/assignments/assignment.ts";
import type { Work } from "./unit-of-work.ts";

/** Who is responsible for which part of an assessment; a member who left is responsible for nothing. */
export async function listAssignments(work: Work, assessmentId: string): Promise<Assignment[]> {
  const rows = await work.assignment.findMany({
    where: { assessmentId },
    orderBy: [{ part: "asc" }, { target: "asc" }],
  });
  return rows.map(({ part, target, memberId, dueOn }) => ({
    ...{ part: part as AssignedPart, target, memberId },
    dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
  }));
}

export async function storeAssignment(
  work: Work,
  organizationId: string,
  assessmentId: string,
  { part, target, memberId, dueOn }: Assignment,
  set: { by: string; at: Date },
): Promise<void> {
  const due = dueOn === null ? null : new Date(`${dueOn}T00:00:00Z`);
  const said = { memberId, dueOn: due, assignedBy: set.by, assignedAt: set.at };
  await work.assignment.upsert({
    where: { organizationId_assessmentId_part_target: { organizationId, assessmentId, part, target } },
    create: { organizationId, assessmentId, part, target, ...said },
    update: said,
  });
}

export async function removeAssignment(
  work: Work,
  assessmentId: string,
  { part, target }: Pick<Assignment, "part" | "target">,
): Promise<void> {
  await work.assignment.deleteMany({ where: { assessmentId, part, target } });
}
