import type { AssignedPart, Assignment, Place } from "./assignment.ts";

export type Owner = {
  memberId: string;
  /** The day until which it is to be answered, of the narrowest assignment that names one. */
  dueOn: string | null;
  /** Where the responsibility comes from. */
  by: AssignedPart;
};

/** Looks assignments up by what they are about; there is one for each part at most. */
export type Assigned = ReadonlyMap<string, Assignment>;

export function indexAssignments(assignments: readonly Assignment[]): Assigned {
  return new Map(assignments.map((assignment) => [keyOf(assignment.part, assignment.target), assignment]));
}

/**
 * Who answers a question: whoever has the question itself, else its concern, else its dimension; null: nobody. A narrower
 * assignment without a day of its own keeps the day of the wider one.
 */
export function resolveOwner({ question, concern, dimension }: Place, assigned: Assigned): Owner | null {
  const chain = [
    assigned.get(keyOf("question", question)),
    concern === null ? undefined : assigned.get(keyOf("concern", concern)),
    assigned.get(keyOf("dimension", dimension)),
  ].filter((assignment) => assignment !== undefined);
  const [narrowest] = chain;
  if (!narrowest) return null;
  const dueOn = chain.find((assignment) => assignment.dueOn !== null)?.dueOn ?? null;
  return { memberId: narrowest.memberId, dueOn, by: narrowest.part };
}

function keyOf(part: AssignedPart, target: string): string {
  return `${part} ${target}`;
}
