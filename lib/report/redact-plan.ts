import type { LayerId } from "#lib/catalog/framework.ts";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { InitiativeState, Roadmap } from "#lib/planning/roadmap.ts";

/** What is shown beside numbers and dates: titles, goals, checks and reasons with the names of organization and assessment; people. */
export type Shown = { titles: boolean; people: boolean };

/** A roadmap as somebody without an account reads it. */
export type SharedPlan = {
  /** Whose it is; null: withheld. */
  organization: string | null;
  assessment: string | null;
  version: number;
  /** Day of the approval of this version; null: not approved. */
  approvedOn: string | null;
  /** ISO 8601 */
  at: string;
  roadmap: Roadmap;
  initiatives: Initiative[];
  progress: {
    initiative: string;
    state: InitiativeState;
    ownerId: null;
    owner: string | null;
    verifiedAt: string | null;
  }[];
};

type Whole = Omit<SharedPlan, "progress"> & {
  progress: readonly (Omit<SharedPlan["progress"][number], "ownerId"> & { ownerId?: string | null })[];
};

const LAYER_WORDS: Record<LayerId, string> = {
  cloud: "Cloud",
  cluster: "Cluster",
  container: "Container",
  code: "Code",
};

/**
 * The plan without what is not to be shown, made anew field by field: what this does not name does not get out. Findings,
 * clusters, steps and who overrode what never do.
 */
export function redactPlan(plan: Whole, { titles, people }: Shown): SharedPlan {
  const hides = !titles;
  const ids = new Map(plan.initiatives.map(({ id }, at) => [id, hides ? `initiative-${at + 1}` : id]));
  const idOf = (id: string) => ids.get(id) ?? "gone";
  return {
    organization: hides ? null : plan.organization,
    assessment: hides ? null : plan.assessment,
    ...{ version: plan.version, approvedOn: plan.approvedOn, at: plan.at },
    roadmap: redactRoadmap(plan.roadmap, { hides, people, idOf }),
    initiatives: plan.initiatives.map((each, at) => redactInitiative(each, at, hides, idOf)),
    progress: plan.progress
      .filter(({ initiative }) => ids.has(initiative))
      .map(({ initiative, state, owner, verifiedAt }) => ({
        ...{ initiative: idOf(initiative), state, verifiedAt, ownerId: null },
        owner: people ? owner : null,
      })),
  };
}

type How = { hides: boolean; people: boolean; idOf: (id: string) => string };

function redactRoadmap(roadmap: Roadmap, { hides, people, idOf }: How): Roadmap {
  const { startsOn, riskAtStart, curve, greedyCurve, objective, bound, gap, greedy, proven, seconds } = roadmap;
  return {
    ...{ startsOn, riskAtStart, curve, greedyCurve, objective, bound, gap, greedy, proven, seconds },
    plans: roadmap.plans.map((plan) => ({
      ...{ quarter: plan.quarter, startsOn: plan.startsOn, endsOn: plan.endsOn },
      ...{ capacity: plan.capacity, riskRemoved: plan.riskRemoved, riskLeft: plan.riskLeft, layers: plan.layers },
      goal: hides ? `Plan ${plan.quarter}` : plan.goal,
      items: plan.items.map(({ initiative, quarter, startWeek, endWeek, owner }) => ({
        ...{ initiative: idOf(initiative), quarter, startWeek, endWeek },
        owner: people ? owner : null,
      })),
      exitCriteria: plan.exitCriteria.map(({ initiative, checks }) => ({
        initiative: idOf(initiative),
        checks: hides ? [] : checks,
      })),
    })),
    left: roadmap.left.map(({ initiative, why }) => ({ initiative: idOf(initiative), why: hides ? "" : why })),
  };
}

function redactInitiative(each: Initiative, at: number, hides: boolean, idOf: How["idOf"]): Initiative {
  const { layer, risk, skill, things, thing, quadrant, phase, after, verifiedBy, effort } = each;
  const { optimistic, likely, pessimistic, computed, days, bySkill } = effort;
  return {
    ...{ layer, risk, skill, things, quadrant, phase, thing: hides ? "thing" : thing },
    id: idOf(each.id),
    remedy: idOf(each.id),
    title: hides ? `${LAYER_WORDS[layer]} initiative ${at + 1}` : each.title,
    after: after.map(idOf),
    verifiedBy: hides ? [] : verifiedBy,
    effort: { optimistic, likely, pessimistic, computed, days, bySkill, override: null, how: "" },
    ...{ concerns: [], dimensions: [], findings: [], clusters: [], steps: [], riskOfDoing: "", rollback: "" },
  };
}
