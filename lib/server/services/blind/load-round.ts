import "server-only";
import type { BlindAnswer } from "#lib/blind/blind-answer.ts";
import { type Outcome, planAgenda } from "#lib/blind/plan-agenda.ts";
import type { Catalog } from "#lib/catalog/control.ts";
import { listBlindAnswers } from "#lib/server/db/blind-answers.ts";
import { listPlannedMinutes, listRounds, type RoundRow } from "#lib/server/db/blind-rounds.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { notFound } from "../verb.ts";

/** A round of this assessment. */
export async function findRound(work: Work, assessment: string, round: string): Promise<RoundRow> {
  const found = (await listRounds(work, assessment)).find(({ id }) => id === round);
  if (!found) throw notFound();
  return found;
}

/** What an ended round brought: who said what, compared. */
export async function outcomeOf(work: Work, catalog: Catalog, round: RoundRow): Promise<Outcome> {
  const dimensionOf = new Map<string, string>(catalog.controls.map(({ id, dimension }) => [id, dimension]));
  const controlOf = new Map(catalog.questions.map(({ id, control }) => [id, control]));
  const said = Map.groupBy(await listBlindAnswers(work, round.id), ({ question }) => question);
  const compared = round.questions.map((question) => ({
    question,
    dimension: dimensionOf.get(controlOf.get(question) ?? "") ?? "",
    answers: round.participants.flatMap(({ id, name }): BlindAnswer[] => {
      const answer = said.get(question)?.find(({ memberId }) => memberId === id);
      if (!answer) return [];
      const { maturity, notApplicable, comment, confidence } = answer;
      return [{ member: id, name, maturity, notApplicable, comment, confidence }];
    }),
  }));
  return planAgenda(compared, await listPlannedMinutes(work, round.id));
}
