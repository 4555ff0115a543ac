import "server-only";
import type { BlindAnswer } from "#lib/blind/blind-answer.ts";
import { type Outcome, planAgenda } from "#lib/blind/plan-agenda.ts";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { listBlindAnswers } from "#lib/server/db/blind-answers.ts";
import { listPlannedMinutes, listRounds, type RoundRow } from "#lib/server/db/blind-rounds.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { notFound } from "../verb.ts";

const DIMENSION_OF = new Map(CATALOG.controls.map(({ id, dimension }) => [id, dimension]));
const CONTROL_OF = new Map(CATALOG.questions.map(({ id, control }) => [id, control]));

/** A round of this assessment. */
export async function findRound(work: Work, assessment: string, round: string): Promise<RoundRow> {
  const found = (await listRounds(work, assessment)).find(({ id }) => id === round);
  if (!found) throw notFound();
  return found;
}

/** What an ended round brought: who said what, compared. */
export async function outcomeOf(work: Work, round: RoundRow): Promise<Outcome> {
  const said = Map.groupBy(await listBlindAnswers(work, round.id), ({ question }) => question);
  const compared = round.questions.map((question) => ({
    question,
    dimension: DIMENSION_OF.get(CONTROL_OF.get(question) ?? "") ?? "",
    answers: round.participants.flatMap(({ id, name }): BlindAnswer[] => {
      const answer = said.get(question)?.find(({ memberId }) => memberId === id);
      if (!answer) return [];
      const { maturity, notApplicable, comment, confidence } = answer;
      return [{ member: id, name, maturity, notApplicable, comment, confidence }];
    }),
  }));
  return planAgenda(compared, await listPlannedMinutes(work, round.id));
}
