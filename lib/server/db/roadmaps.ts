import "server-only";
import type { Skill } from "#lib/catalog/control.ts";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import type { Work } from "./unit-of-work.ts";

export type Capacity = Partial<Record<Skill, number[]>>;
export type RoadmapRow = {
  id: string;
  version: number;
  capacity: Capacity;
  roadmap: Roadmap;
  initiatives: Initiative[];
  plannedAt: Date;
};

export async function findLatestRoadmap(work: Work, assessmentId: string): Promise<RoadmapRow | null> {
  const row = await work.roadmap.findFirst({ where: { assessmentId }, orderBy: { version: "desc" } });
  return row && toRow(row);
}

export async function findRoadmap(work: Work, assessmentId: string, version: number): Promise<RoadmapRow | null> {
  const row = await work.roadmap.findFirst({ where: { assessmentId, version } });
  return row && toRow(row);
}

function toRow(row: Awaited<ReturnType<Work["roadmap"]["findFirstOrThrow"]>>): RoadmapRow {
  // Written by addRoadmap from these very types.
  return {
    id: row.id,
    version: row.version,
    plannedAt: row.plannedAt,
    capacity: row.capacity as Capacity,
    roadmap: row.roadmap as unknown as Roadmap,
    initiatives: row.initiatives as unknown as Initiative[],
  };
}

/** Adds the next version. Two at once: the second waits for the assessment's row and counts on from the first. */
export async function addRoadmap(
  work: Work,
  organizationId: string,
  assessmentId: string,
  plan: { capacity: Capacity; roadmap: Roadmap; initiatives: Initiative[]; plannedBy: string },
): Promise<number> {
  await work.$queryRaw`select id from assessments where id = ${assessmentId}::uuid for update`;
  const last = await work.roadmap.findFirst({
    where: { assessmentId },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  const version = (last?.version ?? 0) + 1;
  await work.roadmap.create({ data: { organizationId, assessmentId, version, ...plan } });
  return version;
}
