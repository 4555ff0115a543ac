/** What somebody can be made responsible for, the narrowest last. */
export const ASSIGNED_PARTS = ["dimension", "concern", "question"] as const;
export type AssignedPart = (typeof ASSIGNED_PARTS)[number];

/** A member is responsible for a part of an assessment. `dueOn` is an ISO date; null: none of its own. */
export type Assignment = { part: AssignedPart; target: string; memberId: string; dueOn: string | null };

/** A question with the parts that it belongs to. */
export type Place = { question: string; concern: string | null; dimension: string };
