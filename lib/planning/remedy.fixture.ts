import type { Catalog, Remedy } from "#lib/catalog/control.ts";
import { catalogOf, controlOf } from "#lib/evidence/catalog.fixture.ts";
import type { Finding } from "#lib/scoring/finding.ts";

export const remedyOf = (id: string, told: Partial<Remedy> = {}): Remedy => ({
  id,
  title: `Title of ${id}`,
  layer: "cluster",
  closes: [id],
  skills: { platform: 0.8, security: 0.2 },
  fixed: { optimistic: 2, likely: 3, pessimistic: 6 },
  perThing: { optimistic: 0.2, likely: 0.5, pessimistic: 2 },
  thing: "workload",
  after: [],
  steps: ["do it"],
  riskOfDoing: "",
  rollback: "",
  verifiedBy: [`${id}-check`],
  ...told,
});
export const catalogWith = (...remedies: Remedy[]): Catalog => ({
  ...catalogOf(remedies.flatMap(({ closes }) => closes.map((id) => controlOf(id)))),
  remedies,
});
export const findingOf = (
  control: string,
  told: Partial<Finding> & { points?: number; cluster?: string } = {},
): Finding => {
  const { points = 10, cluster = "c1", ...rest } = told;
  return {
    id: `${cluster}:${control}`,
    clusterId: cluster,
    clusterName: cluster,
    control,
    title: control,
    layer: "cluster",
    concern: "rbac-authorization",
    dimension: "security",
    maturity: 0,
    risk: { likelihood: 2, impact: 5, computed: points, points, steps: [], override: null },
    level: "high",
    affected: 0,
    lookedAt: 0,
    sample: [],
    because: "",
    escalatesTo: null,
    ...rest,
  };
};
