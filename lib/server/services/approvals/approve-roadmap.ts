import type { z } from "zod";
import type { ActingMember } from "#lib/access/actor.ts";
import { RoadmapApproval } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { type AcceptedRisk, type ApprovedPlan, plannedDays } from "#lib/planning/approved-plan.ts";
import { sayInitiative } from "#lib/presentation/sentences-of-plans.ts";
import { findStateForWriting } from "#lib/server/db/assessment-states.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { addApproval } from "#lib/server/db/roadmap-approvals.ts";
import { findLatestRoadmap, type RoadmapRow } from "#lib/server/db/roadmaps.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";
import { appendToLog } from "../workflow/append-to-log.ts";
import { digestOf } from "../workflow/digest-of.ts";

/** A risk is looked at again within a year; longer is a decision that nobody remembers. */
const LONGEST_DAYS = 366;

type Input = z.output<typeof RoadmapApproval>;

/**
 * Approves the newest version of the roadmap with its budget, and accepts risks that it leaves out. From then on this version
 * stays as it is; a later one is approved anew.
 */
export const approveRoadmap = verb(
  {
    name: "approvals.approve-roadmap",
    may: "roadmap.approve",
    input: RoadmapApproval,
    writes: ({ assessment, version, days }, { digest }: { digest: string }) => ({
      subject: assessment,
      details: { version, days, digest },
    }),
  },
  async (work, input, member) => {
    const assessment = await findAssessment(work, input.assessment);
    const stored = await findLatestRoadmap(work, input.assessment);
    if (!assessment || !stored) throw notFound();
    if (stored.version !== input.version) {
      throw new Refusal("conflict", `Version ${stored.version} was planned while you were reading.`, {
        detail: "Nothing was approved. Load the page again and look at the newest version.",
      });
    }
    refuseSmallBudget(stored, input.days);
    const at = now();
    const { note, days, rate } = input;
    const content: ApprovedPlan = {
      organization: { id: member.organizationId, name: member.organizationName },
      assessment: { id: assessment.id, name: assessment.name },
      version: stored.version,
      plannedAt: stored.plannedAt.toISOString(),
      capacity: stored.capacity,
      roadmap: stored.roadmap,
      initiatives: stored.initiatives,
      budget: { days, rate },
      accepted: await acceptedRisks(work, member, stored, input.accepted, at),
      note: note.trim(),
      by: { id: member.userId, name: member.name },
      at: at.toISOString(),
    };
    const digest = digestOf(content);
    if (!(await addApproval(work, content, digest))) {
      throw new Refusal("conflict", `Version ${stored.version} is approved already.`, {
        detail: "Nothing was changed. Load the page again to see by whom.",
      });
    }
    await tellLog(work, member, content, digest);
    return { version: stored.version, digest };
  },
);

function refuseSmallBudget({ roadmap, initiatives }: RoadmapRow, days: number): void {
  const needed = plannedDays(roadmap, initiatives);
  if (days >= needed) return;
  throw new Refusal("invalid-input", "This budget does not pay for this plan.", {
    detail: `The four plans take ${needed} person-days. Approve at least as many, or plan the year again with less capacity.`,
    fields: { days: `At least ${needed}` },
  });
}

async function acceptedRisks(
  work: Work,
  member: ActingMember,
  { roadmap, initiatives }: RoadmapRow,
  wished: Input["accepted"],
  at: Date,
): Promise<AcceptedRisk[]> {
  const members = new Map((await listMembersOf(work, member.organizationId)).map(({ userId, name }) => [userId, name]));
  const left = new Set(roadmap.left.map(({ initiative }) => initiative));
  const today = at.toISOString().slice(0, 10);
  const latest = new Date(at.getTime() + LONGEST_DAYS * 86_400_000).toISOString().slice(0, 10);
  const seen = new Set<string>();
  return wished.map(({ initiative: id, owner, reason, endsOn }, index) => {
    const initiative = initiatives.find((each) => each.id === id);
    if (!initiative || !left.has(id) || seen.has(id))
      throw misfit(`accepted.${index}.initiative`, "The plan does not leave this out");
    seen.add(id);
    const name = members.get(owner);
    if (name === undefined) throw notFound();
    if (endsOn <= today) throw misfit(`accepted.${index}.endsOn`, "Choose a day that is still to come");
    if (endsOn > latest) throw misfit(`accepted.${index}.endsOn`, "At most a year from now");
    const { risk, findings } = initiative;
    const who = { id: owner, name };
    return {
      initiative: id,
      title: sayInitiative(initiative),
      risk,
      findings,
      owner: who,
      reason: reason.trim(),
      endsOn,
    };
  });
}

/** The log of an assessment ends with its signature; after that the approval stands by its own digest. */
async function tellLog(work: Work, member: ActingMember, content: ApprovedPlan, digest: string): Promise<void> {
  const { assessment, version, budget, accepted } = content;
  if ((await findStateForWriting(work, assessment.id)) === "signed") return;
  await appendToLog(work, member, assessment.id, "roadmap.approved", {
    ...{ version, days: budget.days, digest },
    ...(budget.rate ? { rate: budget.rate } : {}),
    accepted: accepted.map(({ initiative, owner, endsOn, reason }) => ({ initiative, owner, endsOn, reason })),
  });
}

function misfit(field: string, says: string): Refusal {
  return new Refusal("invalid-input", "Some of this does not fit.", {
    detail: "Nothing was approved. Mend the marked fields and send it again.",
    fields: { [field]: says },
  });
}
