import type { LayerId } from "#lib/catalog/framework.ts";
import { PlanTry } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { plannedDays } from "#lib/planning/approved-plan.ts";
import { buildRoadmap } from "#lib/planning/build-roadmap.ts";
import { placesOf, stillToDo } from "#lib/planning/places-of.ts";
import { planWithin } from "#lib/planning/plan-within.ts";
import { listProgress } from "#lib/server/db/initiative-progress.ts";
import { listWishes } from "#lib/server/db/plan-wishes.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { loadStanding } from "../assessments/load-standing.ts";
import { longVerb } from "../verb.ts";
import { projectedLayers } from "./projected-layers.ts";
import { sayClash } from "./say-clash.ts";
import { solveInWeeks } from "./solve-in-weeks.ts";
import { inSlot } from "./solver-slots.ts";
import { weeksOf } from "./weeks-of.ts";

/** A try answers within about a second; what it could not prove by then it says. */
const TRY_SECONDS = 0.8;

/** The year as it would be with another capacity or budget. Nothing is stored. */
export type TriedPlan = {
  riskAtStart: number;
  /** Remaining risk at the end of each week, 0 (the start) to 52. */
  curve: number[];
  /** Person-days that the plans take. */
  days: number;
  initiatives: number;
  left: number;
  objective: number;
  bound: number;
  gap: number;
  proven: boolean;
  /** Layer scores (low) after each quarter. */
  quarters: { quarter: number; layers: { layer: LayerId; own: number; assured: number }[] }[];
};

export const tryPlan = longVerb(
  { name: "roadmaps.try-plan", may: "roadmap.plan", input: PlanTry },
  async (inWork, input): Promise<TriedPlan> => {
    const { standing, organization, progress, last, wished } = await inWork(async (work, member) => ({
      standing: await loadStanding(work, input.assessment, member.scanMaxAgeDays),
      organization: member.organizationId,
      progress: await listProgress(work, input.assessment),
      last: await findLatestRoadmap(work, input.assessment),
      wished: await listWishes(work, input.assessment),
    }));
    const toDo = stillToDo(standing.initiatives, progress, last?.initiatives ?? []);
    if (toDo.length === 0) {
      throw new Refusal("refused", "There is nothing to plan yet.", {
        detail: "Upload a snapshot or answer some questions first: initiatives are made from findings.",
      });
    }
    const startsOn = last?.roadmap.startsOn ?? standing.at.slice(0, 10);
    const { capacity, room } = weeksOf({ capacity: input.capacity, startsOn }, last?.roadmap.team);
    const { initiatives, wishes, instance, inWeeks } = planWithin(toDo, {
      ...{ capacity, startsOn, budget: input.budget ?? null, wishes: wished, before: last?.initiatives },
    });
    const places = last ? placesOf(last, initiatives, startsOn) : {};
    const solution = await inSlot(organization, () =>
      solveInWeeks(instance, inWeeks, { timeLimitSeconds: TRY_SECONDS, places, room }),
    );
    if ("infeasible" in solution)
      throw new Refusal("refused", "These wishes clash.", { detail: sayClash(solution, initiatives) });
    const roadmap = buildRoadmap({
      ...{ initiatives, solution, wishes, room, capacity, owners: {}, startsOn },
      projectLayers: (findings) => projectedLayers(standing, findings),
    });
    const { riskAtStart, curve, plans, left, objective, bound, gap, proven } = roadmap;
    return {
      ...{ riskAtStart, curve, objective, bound, gap, proven },
      days: plannedDays(roadmap, initiatives),
      initiatives: plans.reduce((sum, { items }) => sum + items.length, 0),
      left: left.length,
      quarters: plans.map(({ quarter, layers }) => ({ quarter, layers })),
    };
  },
);
