import { PlanRequest } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { buildRoadmap } from "#lib/planning/build-roadmap.ts";
import { inFlightOf, placesOf, stillToDo } from "#lib/planning/places-of.ts";
import { planWithin } from "#lib/planning/plan-within.ts";
import { listProgress } from "#lib/server/db/initiative-progress.ts";
import { listWishes } from "#lib/server/db/plan-wishes.ts";
import { addRoadmap, findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { loadStanding } from "../assessments/load-standing.ts";
import { longVerb } from "../verb.ts";
import { beginRun } from "./planning-runs.ts";
import { projectedLayers } from "./projected-layers.ts";
import { sayClash } from "./say-clash.ts";
import { solveInWeeks } from "./solve-in-weeks.ts";
import { weeksOf } from "./weeks-of.ts";

export const PLANNING_SECONDS = 8;

/**
 * Plans the year anew from what the assessment knows now, and stores it as the next version: what is being worked on comes
 * first, and as little as possible moves from where the last version has it, unless it is to be planned afresh.
 */
export const planRoadmap = longVerb(
  {
    name: "roadmaps.plan-roadmap",
    may: "roadmap.plan",
    input: PlanRequest,
    writes: (input, output: { version: number }) => ({
      subject: input.assessment,
      details: { version: output.version },
    }),
  },
  async (inWork, input, audit) => {
    const { standing, progress, last, wished, organization } = await inWork(async (work, member) => ({
      standing: await loadStanding(work, input.assessment, member.scanMaxAgeDays),
      progress: await listProgress(work, input.assessment),
      last: await findLatestRoadmap(work, input.assessment),
      wished: await listWishes(work, input.assessment),
      organization: member.organizationId,
    }));
    const toDo = stillToDo(standing.initiatives, progress, last?.initiatives ?? []);
    if (toDo.length === 0) {
      throw new Refusal("refused", "There is nothing to plan yet.", {
        detail: "Upload a snapshot or answer some questions first: initiatives are made from findings.",
      });
    }
    const kept = input.afresh ? null : last;
    const team = input.team ?? (input.keepsTeam ? last?.roadmap.team : undefined);
    const { capacity, room } = weeksOf(input, team);
    const within = planWithin(toDo, {
      ...{ capacity, startsOn: input.startsOn, budget: input.budget ?? null, wishes: wished },
      before: kept?.initiatives,
    });
    const { initiatives, wishes, instance, inWeeks } = within;
    const run = input.run === undefined ? null : beginRun(input.run, organization);
    const solution = await solveInWeeks(instance, inWeeks, {
      timeLimitSeconds: PLANNING_SECONDS,
      room,
      ...(run && { signal: run.signal, onProgress: run.onProgress }),
      ...(kept && {
        places: placesOf(kept, initiatives, input.startsOn),
        inFlight: inFlightOf(progress, kept.initiatives, initiatives),
      }),
    }).finally(() => run?.end());
    if ("infeasible" in solution)
      throw new Refusal("refused", "These wishes clash.", { detail: sayClash(solution, initiatives) });
    const roadmap = buildRoadmap({
      initiatives,
      solution,
      wishes,
      room,
      capacity,
      startsOn: input.startsOn,
      owners: Object.fromEntries(progress.map((row) => [row.initiative, row.owner])),
      projectLayers: (findings) => projectedLayers(standing, findings),
    });
    return inWork(async (work, member) => {
      const version = await addRoadmap(work, member.organizationId, input.assessment, {
        capacity,
        roadmap: {
          ...roadmap,
          ...(team && { team }),
          ...(input.budget != null && { budget: input.budget }),
          ...(kept && solution.kept && { kept: { from: kept.version, cost: solution.kept.cost } }),
        },
        initiatives,
        plannedBy: member.userId,
      });
      await audit(work, member, { version });
      return { version };
    });
  },
);
