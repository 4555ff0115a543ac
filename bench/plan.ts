import { denseInstance } from "#lib/planning/dense-instance.fixture.ts";
import { solve } from "#lib/server/solver/solve.ts";

/** Seeded years at 70 % capacity with three skills and four quarters, and the seconds that the planner is given. */
const YEARS = [
  { initiatives: 21, seconds: 20, seeds: [1, 2, 3] },
  { initiatives: 60, seconds: 20, seeds: [1, 2, 3] },
  { initiatives: 200, seconds: 5, seeds: [1] },
  { initiatives: 300, seconds: 5, seeds: [1] },
  { initiatives: 1_000, seconds: 10, seeds: [1] },
] as const;

for (const { initiatives, seconds, seeds } of YEARS) {
  for (const seed of seeds) {
    const answer = await solve(denseInstance(initiatives, seed, { skills: "few" }), { timeLimitSeconds: seconds });
    if ("infeasible" in answer) throw new Error(answer.infeasible.join("; "));
    const { objective, bound, gap, greedy, proven } = answer;
    const ahead = (100 * (objective - greedy)) / greedy;
    console.log(
      `plan ${initiatives} initiatives, seed ${seed}: ${answer.seconds.toFixed(2)} s of ${seconds} s, objective ${objective}, bound ${bound.toFixed(1)}, gap ${(100 * gap).toFixed(3)} %${proven ? " (proven)" : ""}, ${ahead.toFixed(1)} % above greedy`,
    );
  }
}
