import "server-only";
import { Refusal } from "#lib/contracts/refusal.ts";
import type { Work } from "./unit-of-work.ts";

export type RoundRow = {
  id: string;
  dimensions: string[];
  questions: string[];
  startedBy: string;
  startedAt: Date;
  /** Null while it is on. */
  ended: { by: string; at: Date } | null;
  participants: { id: string; name: string; answered: number }[];
};

/** The rounds of an assessment, the newest first. */
export async function listRounds(work: Work, assessmentId: string): Promise<RoundRow[]> {
  const rows = await work.blindRound.findMany({
    where: { assessmentId },
    orderBy: [{ startedAt: "desc" }, { id: "asc" }],
    include: { participants: { orderBy: { memberName: "asc" } } },
  });
  return rows.map((row) => ({
    ...{ id: row.id, dimensions: row.dimensions, questions: row.questions },
    ...{ startedBy: row.starterName, startedAt: row.startedAt },
    ended: row.endedAt && { by: row.enderName ?? "", at: row.endedAt },
    participants: row.participants.map(({ memberId, memberName, answered }) => ({
      ...{ id: memberId, name: memberName, answered },
    })),
  }));
}

/** Questions that are being answered alone, each with its round. */
export async function listBlindQuestions(work: Work, assessmentId: string): Promise<Map<string, RoundRow>> {
  const rounds = (await listRounds(work, assessmentId)).filter(({ ended }) => !ended);
  return new Map(rounds.flatMap((round) => round.questions.map((question) => [question, round])));
}

/** Refuses what would show all an answer to a question that some answer alone. */
export async function refuseBlindQuestion(work: Work, assessmentId: string, question: string): Promise<void> {
  const round = await work.blindRound.findFirst({
    where: { assessmentId, endedAt: null, questions: { has: question } },
    select: { starterName: true },
  });
  if (round) throw answeredAlone(question, round.starterName);
}

export function answeredAlone(question: string, starter: string): Refusal {
  return new Refusal("refused", "This question is answered by named people, each alone.", {
    detail: `Nothing was stored, of ${question}. ${starter} started the round; once it ends, the workshop settles what differs.`,
    current: { questions: [question] },
  });
}

export async function addRound(
  work: Work,
  round: {
    organizationId: string;
    assessmentId: string;
    dimensions: string[];
    questions: string[];
    startedBy: string;
    starterName: string;
    startedAt: Date;
  },
  participants: readonly { memberId: string; memberName: string }[],
): Promise<string> {
  const { id } = await work.blindRound.create({ data: round });
  const { organizationId } = round;
  await work.blindParticipant.createMany({
    data: participants.map((each) => ({ organizationId, roundId: id, ...each })),
  });
  return id;
}

/** False when it had ended before. */
export async function endRoundOf(
  work: Work,
  of: { assessmentId: string; id: string },
  by: { endedBy: string; enderName: string; endedAt: Date },
): Promise<boolean> {
  const { count } = await work.blindRound.updateMany({ where: { ...of, endedAt: null }, data: by });
  return count > 0;
}

/** Minutes that somebody planned for questions of a round. */
export async function listPlannedMinutes(work: Work, roundId: string): Promise<Map<string, number>> {
  const rows = await work.workshopMinutes.findMany({ where: { roundId } });
  return new Map(rows.map(({ questionId, minutes }) => [questionId, minutes]));
}

export async function storePlannedMinutes(
  work: Work,
  key: { organizationId: string; roundId: string; questionId: string },
  minutes: number,
): Promise<void> {
  await work.workshopMinutes.upsert({
    where: { organizationId_roundId_questionId: key },
    create: { ...key, minutes },
    update: { minutes },
  });
}
