import { createAssessment } from "../assessments/create-assessment.ts";
import type { Tenant } from "../matrix.fixture.ts";
import { planRoadmap } from "../roadmaps/plan-roadmap.ts";

/** Person-days that are too few: something is left out of every plan. */
export const LITTLE_CAPACITY = {
  platform: [3, 3, 3, 3],
  security: [2, 2, 2, 2],
  application: [2, 2, 2, 2],
  cloud: [2, 2, 2, 2],
};

/** Assessments whose roadmap waits for approval, one for each who may approve. */
export type PlannedAssessments = Record<"leader" | "admin", string>;

export async function plannedAssessments(tenant: Tenant): Promise<PlannedAssessments> {
  return { leader: await planned(tenant, "for a leader"), admin: await planned(tenant, "for an admin") };
}

export async function planned(tenant: Tenant, name: string): Promise<string> {
  const admin = { userId: tenant.members.admin, organization: tenant.slug };
  const { assessment } = await createAssessment(admin, {
    ...{ name: `${tenant.secret} planned ${name}`, startsOn: "2026-11-02", clusters: [tenant.cluster] },
  });
  await planRoadmap(admin, { assessment, startsOn: "2026-11-02", capacity: LITTLE_CAPACITY });
  return assessment;
}
