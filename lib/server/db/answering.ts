import "server-only";
import type { AssessmentState } from "#lib/workflow/states.ts";
import { requireOpenAnswers } from "./assessment-states.ts";
import { answeredAlone } from "./blind-rounds.ts";
import type { Work } from "./unit-of-work.ts";

/** What a write of an answer has to know; it stays so until the transaction ends. */
export type Answering = {
  state: AssessmentState;
  /** The import of own questions that the assessment asks; null: the newest. */
  ownContent: number | null;
  /** The round in which the question is answered alone at the moment, and whether by this person too. */
  round: { id: string; startedBy: string; takesPart: boolean } | null;
};

type Row = { state: string; ownContent: number | null; round: string | null; startedBy: string; takesPart: boolean };

/** Null when there is no such assessment. */
export async function findAnswering(
  work: Work,
  assessmentId: string,
  question: string,
  userId: string,
): Promise<Answering | null> {
  const [row] = await work.$queryRaw<Row[]>`
    select * from answering(${assessmentId}::uuid, ${question}, ${userId}::uuid)`;
  if (!row) return null;
  const { state, ownContent, round, startedBy, takesPart } = row;
  return { state: state as AssessmentState, ownContent, round: round ? { id: round, startedBy, takesPart } : null };
}

/** Refuses while the assessment is accepted or signed, and while people answer the question alone. */
export function requireOpenToAll({ state, round }: Pick<Answering, "state" | "round">, question: string): void {
  requireOpenAnswers(state);
  if (round) throw answeredAlone(question, round.startedBy);
}
