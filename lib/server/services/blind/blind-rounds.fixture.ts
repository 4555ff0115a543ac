import { ROLES, type Role } from "#lib/access/permissions.ts";
import type { Maturity } from "#lib/catalog/framework.ts";
import { answerQuestion } from "../answers/answer-question.ts";
import { readQuestionnaire } from "../answers/read-questionnaire.ts";
import { createAssessment } from "../assessments/create-assessment.ts";
import type { Tenant } from "../matrix.fixture.ts";
import { endRound } from "./end-round.ts";
import { startRound } from "./start-round.ts";

/** Rounds of a tenant, answered by two spare members; assessments of their own, one a role where a step is taken once. */
export type BlindRounds = {
  /** Assessments without an answer. */
  start: Record<Role, string>;
  /** Rounds that are on. */
  open: Record<Role, { assessment: string; round: string }>;
  /** A round that ended, with one question agreed on and one that differs. */
  ended: { assessment: string; round: string; differing: string };
};

export const BLIND_DIMENSION = "scalability";

export async function blindRounds(tenant: Tenant): Promise<BlindRounds> {
  const each = async <T>(make: (role: Role) => Promise<T>) => {
    const made: [Role, T][] = [];
    for (const role of ROLES) made.push([role, await make(role)]);
    return Object.fromEntries(made) as Record<Role, T>;
  };
  const ended = await runningRound(tenant, "answered alone");
  const { agreed, differing } = await answerAlone(tenant, ended.assessment);
  await endRound(consultantOf(tenant), { assessment: ended.assessment, round: ended.round });
  if (!agreed || !differing) throw new Error("the dimension has too few questions");
  return {
    start: await each((role) => emptyAssessment(tenant, `to answer alone by ${role}`)),
    open: await each((role) => runningRound(tenant, `answered alone for ${role}`)),
    ended: { assessment: ended.assessment, round: ended.round, differing },
  };
}

export async function emptyAssessment(tenant: Tenant, name: string): Promise<string> {
  const { assessment } = await createAssessment(consultantOf(tenant), {
    ...{ name: `${tenant.secret} ${name}`, startsOn: "2026-11-02", clusters: [tenant.cluster] },
  });
  return assessment;
}

export async function runningRound(tenant: Tenant, name: string) {
  const assessment = await emptyAssessment(tenant, name);
  const architects = participantsOf(tenant);
  const { round } = await startRound(consultantOf(tenant), { assessment, dimensions: [BLIND_DIMENSION], architects });
  return { assessment, round };
}

/** Both say the same to the first question, and something else to the second. */
async function answerAlone(tenant: Tenant, assessment: string) {
  const { questions } = await readQuestionnaire(consultantOf(tenant), { assessment });
  const [agreed, differing] = questions.filter(({ blind }) => blind).map(({ question }) => question.id);
  for (const [at, userId] of participantsOf(tenant).entries()) {
    const say = (question: string, maturity: Maturity) =>
      answerQuestion(
        { userId, organization: tenant.slug },
        {
          ...{ assessment, question, maturity, notApplicable: false, version: 0 },
          ...{ comment: `${tenant.secret} says ${at}`, confidence: "medium" },
        },
      );
    await say(agreed ?? "", 2);
    await say(differing ?? "", at === 0 ? 0 : 3);
  }
  return { agreed, differing };
}

export const participantsOf = (tenant: Tenant) => tenant.spare.slice(17, 19);
const consultantOf = (tenant: Tenant) => ({ userId: tenant.members.consultant, organization: tenant.slug });
