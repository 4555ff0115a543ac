import "server-only";
import type { AssessmentState } from "#lib/workflow/states.ts";
import { type ClusterRow, type StoredCluster, toCluster } from "./clusters.ts";
import type { Work } from "./unit-of-work.ts";

export type AssessmentRow = {
  id: string;
  name: string;
  startsOn: string;
  state: AssessmentState;
  /** The import of own questions that it asks; null: the newest. */
  ownContent?: number | null;
  createdAt: Date;
  clusters: ClusterRow[];
};

export async function addAssessment(
  work: Work,
  organizationId: string,
  assessment: { name: string; startsOn: string; clusters: string[]; createdBy: string },
): Promise<string> {
  const { clusters, startsOn, ...fields } = assessment;
  const row = await work.assessment.create({
    data: { organizationId, ...fields, startsOn: new Date(`${startsOn}T00:00:00Z`) },
  });
  await work.assessmentCluster.createMany({
    data: clusters.map((clusterId) => ({ organizationId, assessmentId: row.id, clusterId })),
  });
  return row.id;
}

export async function isAssessmentNameTaken(work: Work, name: string): Promise<boolean> {
  return (await work.assessment.count({ where: { name } })) > 0;
}

export async function listAssessments(work: Work): Promise<AssessmentRow[]> {
  const rows = await work.assessment.findMany({
    orderBy: [{ startsOn: "desc" }, { createdAt: "desc" }],
    include: { clusters: { include: { cluster: true } } },
  });
  return rows.map(toAssessment);
}

/** Their names alone, newest first: what stands around every page. */
export async function listAssessmentNames(work: Work): Promise<Pick<AssessmentRow, "id" | "name">[]> {
  return work.assessment.findMany({
    orderBy: [{ startsOn: "desc" }, { createdAt: "desc" }],
    select: { id: true, name: true },
  });
}

export async function findAssessment(work: Work, id: string): Promise<AssessmentRow | null> {
  const row = await work.assessment.findFirst({ where: { id }, include: { clusters: { include: { cluster: true } } } });
  return row && toAssessment(row);
}

type Loaded = {
  id: string;
  name: string;
  startsOn: Date;
  state: string;
  ownContent: number | null;
  createdAt: Date;
  clusters: { cluster: StoredCluster }[];
};

function toAssessment(row: Loaded): AssessmentRow {
  const clusters = row.clusters.map(({ cluster }) => toCluster(cluster)).sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    id: row.id,
    name: row.name,
    startsOn: row.startsOn.toISOString().slice(0, 10),
    state: row.state as AssessmentState,
    ownContent: row.ownContent,
    createdAt: row.createdAt,
    clusters,
  };
}
