import { Nothing } from "#lib/contracts/inputs.ts";
import { boardOf, type Card } from "#lib/planning/board.ts";
import { listAssessments } from "#lib/server/db/assessments.ts";
import { listProgress } from "#lib/server/db/initiative-progress.ts";
import { listApprovals } from "#lib/server/db/roadmap-approvals.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { loadCockpit } from "../cockpit/load-cockpit.ts";
import { verb } from "../verb.ts";

/** As many assessments are looked through, the newest first. */
const NEWEST = 5;

/** What waits for the member, assessment by assessment: initiatives of the plan that runs, questions, accepted risks that are theirs. */
export const readMyWork = verb(
  { name: "initiatives.read-my-work", may: "assessments.read", input: Nothing },
  async (work, _, member) => {
    const at = now().toISOString();
    const assessments = [];
    for (const { id, name, state } of (await listAssessments(work)).slice(0, NEWEST)) {
      const stored = await findLatestRoadmap(work, id);
      const progress = await listProgress(work, id);
      const board = stored && boardOf(stored.roadmap, stored.initiatives, progress, at);
      const cards: Card[] = board ? Object.values(board.columns).flat() : [];
      const [approval] = await listApprovals(work, id);
      const debts = state === "signed" ? [] : (await loadCockpit(work, member, id)).debts;
      const debt = debts.find(({ owner }) => owner?.id === member.userId);
      assessments.push({
        id,
        name,
        initiatives: cards.filter(({ ownerId, state: of }) => ownerId === member.userId && of !== "verified"),
        questions: debt?.questions ?? [],
        changes: debt?.changes ?? 0,
        contradictions: debt?.contradictions ?? 0,
        alone: debt?.alone ?? 0,
        accepted: (approval?.content.accepted ?? [])
          .filter(({ owner }) => owner.id === member.userId)
          .map(({ initiative, title, endsOn, reason }) => ({ initiative, title, endsOn, reason })),
      });
    }
    return { today: at.slice(0, 10), assessments };
  },
);
