import type { Skill } from "#lib/catalog/control.ts";
import { PlanRequest } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { buildRoadmap } from "#lib/planning/build-roadmap.ts";
import { splitIntoPhases } from "#lib/planning/split-into-phases.ts";
import { toInstance } from "#lib/planning/to-instance.ts";
import { projectScores } from "#lib/scoring/project-scores.ts";
import { closedByFindings } from "#lib/scoring/project-verdicts.ts";
import { listProgress } from "#lib/server/db/initiative-progress.ts";
import { addRoadmap } from "#lib/server/db/roadmaps.ts";
import { solve } from "#lib/server/solver/solve.ts";
import { catalogOf, loadStanding, type Standing } from "../assessments/load-standing.ts";
import { longVerb } from "../verb.ts";

export const PLANNING_SECONDS = 8;

/** Plans the year anew from what the assessment knows now, and stores it as the next version. */
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
    const { standing, progress } = await inWork(async (work, member) => ({
      standing: await loadStanding(work, input.assessment, member.scanMaxAgeDays),
      progress: await listProgress(work, input.assessment),
    }));
    if (standing.initiatives.length === 0) {
      throw new Refusal("refused", "There is nothing to plan yet.", {
        detail: "Upload a snapshot or answer some questions first: initiatives are made from findings.",
      });
    }
    const capacity: Partial<Record<Skill, number[]>> = input.capacity;
    const initiatives = splitIntoPhases(standing.initiatives, capacity);
    const solution = await solve(toInstance(initiatives, capacity), { timeLimitSeconds: PLANNING_SECONDS });
    if ("infeasible" in solution)
      throw new Refusal("refused", "These wishes clash.", { detail: solution.infeasible.join(" ") });
    const roadmap = buildRoadmap({
      initiatives,
      solution,
      capacity,
      startsOn: input.startsOn,
      owners: Object.fromEntries(progress.map((row) => [row.initiative, row.owner])),
      projectLayers: (findings) => projectedLayers(standing, findings),
    });
    return inWork(async (work, member) => {
      const version = await addRoadmap(work, member.organizationId, input.assessment, {
        capacity,
        roadmap,
        initiatives,
        plannedBy: member.userId,
      });
      await audit(work, member, { version });
      return { version };
    });
  },
);

/** Layer scores as they will be once these findings are closed. */
function projectedLayers(standing: Standing, findings: ReadonlySet<string>) {
  const card = projectScores(
    catalogOf(standing),
    standing.clusters.map(({ profile, verdicts }) => ({ profile, verdicts })),
    closedByFindings(findings),
  );
  return card.layers.map(({ layer, own, assured }) => ({ layer, own: own.low, assured: assured.low }));
}
