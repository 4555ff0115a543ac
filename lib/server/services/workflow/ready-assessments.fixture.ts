import { ROLES, type Role } from "#lib/access/permissions.ts";
import { storeOpenQuestion } from "#lib/server/db/open-questions.ts";
import { inOrganization } from "#lib/server/db/unit-of-work.ts";
import { answerQuestion } from "../answers/answer-question.ts";
import { createAssessment } from "../assessments/create-assessment.ts";
import { createCluster } from "../clusters/create-cluster.ts";
import type { Tenant } from "../matrix.fixture.ts";
import { acceptAssessment } from "./accept-assessment.ts";
import { askedQuestions } from "./asked-questions.ts";
import { readReview } from "./read-review.ts";
import { reviewAnswer } from "./review-answer.ts";
import { signAssessment } from "./sign-assessment.ts";
import { submitAssessment } from "./submit-assessment.ts";

/** Assessments of a tenant that wait for each step, one a role; the only answer is a spare member's. */
export type ReadyAssessments = {
  submit: Record<Role, string>;
  return: Record<Role, string>;
  accept: Record<Role, string>;
  sign: Record<Role, { assessment: string; seen: string }>;
  draft: string;
  /** Another draft, for a walk from draft to signed. */
  walk: string;
  signed: string;
};

/** The question that is answered; all others are left open. */
export const ANSWERED = askedQuestions().at(-1)?.id ?? "";
const REST = askedQuestions().slice(0, -1);

export async function readyAssessments(of: Tenant): Promise<ReadyAssessments> {
  // A cluster that no other test changes or scans: what is seen before signing stays.
  const quiet = { name: `${of.secret}-quiet`, distribution: "eks" as const, criticality: 3, dataSensitivity: 3 };
  const { cluster } = await createCluster({ userId: of.members.admin, organization: of.slug }, quiet);
  const tenant = { ...of, cluster };
  const each = async <T>(make: (role: Role) => Promise<T>) => {
    const made: [Role, T][] = [];
    for (const role of ROLES) made.push([role, await make(role)]);
    return Object.fromEntries(made) as Record<Role, T>;
  };
  return {
    submit: await each((role) => draft(tenant, `to submit ${role}`)),
    return: await each((role) => submitted(tenant, `to return ${role}`)),
    accept: await each((role) => reviewed(tenant, `to accept ${role}`)),
    sign: await each((role) => accepted(tenant, `to sign ${role}`)),
    draft: await draft(tenant, "draft"),
    walk: await draft(tenant, "walk"),
    signed: await signed(tenant, "signed"),
  };
}

export async function draft(tenant: Tenant, name: string): Promise<string> {
  const { assessment } = await createAssessment(
    { userId: tenant.members.admin, organization: tenant.slug },
    { name: `${tenant.secret} ${name}`, startsOn: "2026-11-02", clusters: [tenant.cluster] },
  );
  await answerQuestion(author(tenant), {
    ...{ assessment, question: ANSWERED, maturity: 1, notApplicable: false },
    ...{ comment: `${tenant.secret} says`, confidence: "low", version: 0 },
  });
  await inOrganization(author(tenant).userId, tenant.slug, async (work, member) => {
    const left = {
      reason: `${tenant.secret} is out of scope`,
      by: member.name,
      byId: author(tenant).userId,
      at: new Date(),
    };
    for (const { id } of REST)
      await storeOpenQuestion(work, member.organizationId, assessment, { ...left, question: id });
  });
  return assessment;
}

export async function submitted(tenant: Tenant, name: string): Promise<string> {
  const assessment = await draft(tenant, name);
  await submitAssessment(author(tenant), { assessment });
  return assessment;
}

export async function reviewed(tenant: Tenant, name: string): Promise<string> {
  const assessment = await submitted(tenant, name);
  await reviewAnswer(reviewer(tenant), { assessment, question: ANSWERED, version: 1, verdict: "accepted", reason: "" });
  return assessment;
}

export async function accepted(tenant: Tenant, name: string): Promise<{ assessment: string; seen: string }> {
  const assessment = await reviewed(tenant, name);
  await acceptAssessment(reviewer(tenant), { assessment });
  return { assessment, seen: await seenOf(tenant, assessment) };
}

export async function signed(tenant: Tenant, name: string): Promise<string> {
  const { assessment, seen } = await accepted(tenant, name);
  await signAssessment({ userId: tenant.members.leader, organization: tenant.slug }, { assessment, seen });
  return assessment;
}

/** What a leader is shown before signing, by its digest. */
export async function seenOf(tenant: Tenant, assessment: string): Promise<string> {
  const { toSign } = await readReview({ userId: tenant.members.leader, organization: tenant.slug }, { assessment });
  return toSign.seen ?? "0".repeat(64);
}

const author = (tenant: Tenant) => ({ userId: tenant.spare[22] ?? "", organization: tenant.slug });
const reviewer = (tenant: Tenant) => ({ userId: tenant.spare[21] ?? "", organization: tenant.slug });
