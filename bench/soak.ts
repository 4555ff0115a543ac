/** 10,000 edits by eight people at once, and the history replayed; run by bench/live.ts on its database. */
import { closeDatabase } from "#lib/server/db/client.ts";
import { inOrganization } from "#lib/server/db/unit-of-work.ts";
import { auditSoak, soak } from "#lib/server/services/answers/soak.fixture.ts";
import type { Editors } from "./editors.ts";

const EDITS = 10_000;
const { slug, members, questions, soaked }: Editors & { soaked: string } = JSON.parse(process.env.SOAKED ?? "{}");
const editors = members.slice(1, 9).map((userId) => ({ userId, organization: slug }));
const started = performance.now();
const result = await soak({
  ...{ editors, assessment: soaked, questions: questions.slice(0, 20), edits: EDITS },
  random: Math.random,
});
const seconds = (performance.now() - started) / 1_000;
const audit = await inOrganization(members[0] ?? "", slug, (work) => auditSoak(work, soaked, result));
console.log(
  `${EDITS} edits by ${editors.length} people at once, history replayed: ${result.acknowledged.length} acknowledged, ${result.refused.length} refused with both texts, ${audit?.found.length} lost or overwritten, ${(EDITS / seconds).toFixed(0)} edits/s`,
);
await closeDatabase();
if (audit?.found.length !== 0) {
  console.error(audit?.found.slice(0, 20).join("\n"));
  process.exit(1);
}
