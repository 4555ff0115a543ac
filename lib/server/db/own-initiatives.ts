import "server-only";
import type { Skill } from "#lib/catalog/control.ts";
import type { DimensionId, LayerId } from "#lib/catalog/framework.ts";
import type { OwnInitiative } from "#lib/planning/own-initiative.ts";
import type { Work } from "./unit-of-work.ts";

/** Oldest first: of two that replace the same remedy, the first does. */
export async function listOwnInitiatives(work: Work, assessmentId: string): Promise<OwnInitiative[]> {
  const rows = await work.ownInitiative.findMany({
    where: { assessmentId },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ optimistic, likely, pessimistic, adderName, layer, dimension, skills, ...row }) => ({
    ...{ id: row.id, title: row.title, risk: row.risk, reason: row.reason, by: adderName, version: row.version },
    ...{ layer: layer as LayerId, dimension: dimension as DimensionId, skills: skills as Skill[] },
    estimate:
      optimistic === null || likely === null || pessimistic === null ? null : { optimistic, likely, pessimistic },
    ...{ replaces: row.replaces, after: row.after, steps: row.steps },
    ...{ riskOfDoing: row.riskOfDoing, rollback: row.rollback },
  }));
}

/** Held until the transaction ends: nobody else writes own work of the assessment meanwhile. */
export async function lockOwnInitiatives(work: Work, assessmentId: string): Promise<void> {
  await work.$executeRaw`select pg_advisory_xact_lock(hashtextextended('own work ' || ${assessmentId}::uuid, 0))`;
}

/** Adds it, or changes what is there under its id; who added it and when stays. */
export async function storeOwnInitiative(
  work: Work,
  of: { organizationId: string; assessmentId: string },
  { id, estimate, by: _, ...rest }: OwnInitiative,
  by: { id: string; name: string; at: Date },
): Promise<void> {
  const none = { optimistic: null, likely: null, pessimistic: null };
  const content = {
    ...rest,
    ...(estimate ?? none),
    ...{ skills: [...rest.skills], replaces: [...rest.replaces], after: [...rest.after], steps: [...rest.steps] },
  };
  await work.ownInitiative.upsert({
    where: { organizationId_assessmentId_id: { ...of, id } },
    create: { ...of, id, ...content, addedBy: by.id, adderName: by.name, addedAt: by.at },
    update: content,
  });
}

/** False when there is none. */
export async function removeOwnInitiative(work: Work, assessmentId: string, id: string): Promise<boolean> {
  const { count } = await work.ownInitiative.deleteMany({ where: { assessmentId, id } });
  return count > 0;
}
