import type { ActingMember } from "#lib/access/actor.ts";
import { Nothing } from "#lib/contracts/inputs.ts";
import { progressAgainstPlan } from "#lib/planning/progress-against-plan.ts";
import { listStandingVersions } from "#lib/server/db/standing-versions.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { longVerb } from "../verb.ts";
import { keepStanding, keptStanding, type StandingKey } from "./kept-standings.ts";
import { type LeaderStanding, loadLeaderStanding } from "./leader-standing.ts";

/** The newest assessment, and the one before it, which says what has changed since. */
const SHOWN = 2;

/** Where are we, what is next, are we on plan: of the newest assessment. Null: there is none yet. */
export const readLeaderPage = longVerb(
  { name: "assessments.read-leader-page", may: "assessments.read", input: Nothing },
  async (inWork) => {
    const at = now();
    const shown = await inWork(async (work, member) =>
      (await keysOf(work, member)).map((key) => keptStanding(key, at.getTime())),
    );
    const standings = shown.filter((standing) => standing !== null);
    // Something was stored meanwhile: in one moment, so that what is kept is of the very rows that its key names.
    const known = standings.length === shown.length ? standings : await inWork(computeAnew, "one moment");
    const [newest, previous] = known;
    return newest ? viewOf(newest, previous ?? null, at.toISOString()) : null;
  },
);

async function keysOf(work: Work, member: ActingMember): Promise<StandingKey[]> {
  const { organizationId, scanMaxAgeDays } = member;
  return (await listStandingVersions(work, SHOWN)).map((version) => ({ organizationId, scanMaxAgeDays, ...version }));
}

async function computeAnew(work: Work, member: ActingMember): Promise<LeaderStanding[]> {
  const standings: LeaderStanding[] = [];
  for (const key of await keysOf(work, member)) {
    const kept = keptStanding(key, now().getTime());
    const standing = kept ?? (await loadLeaderStanding(work, key.assessment, key.scanMaxAgeDays));
    if (!kept) keepStanding(key, standing);
    standings.push(standing);
  }
  return standings;
}

function viewOf(standing: LeaderStanding, previous: LeaderStanding | null, at: string) {
  const { assessment, headline, overall, layers, initiatives, roadmap, progress, waiting } = standing;
  return {
    assessment,
    at,
    headline,
    card: { overall, layers },
    change: previous
      ? { since: previous.assessment.name, points: overall.assured.low - previous.overall.assured.low }
      : null,
    initiatives,
    roadmap,
    progress,
    onPlan: roadmap && progressAgainstPlan(roadmap, initiatives, progress, at),
    waiting: { ...waiting, claimed: progress.filter((row) => row.state === "claimed").length },
  };
}
