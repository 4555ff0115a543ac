/** Seeds the demo organization through the same verbs that people use. Does nothing when it is there already. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { DEMO_ACCOUNTS, DEMO_ORGANIZATION, DEMO_PASSWORD } from "#fixtures/demo/accounts.ts";
import { DEMO_ANSWERS } from "#fixtures/demo/answers.ts";
import { DEMO_CAPACITY, DEMO_CLUSTERS } from "#fixtures/demo/platform.ts";
import { hashPassword } from "#lib/server/auth/password.ts";
import { findAccountByEmail } from "#lib/server/db/accounts.ts";
import { closeDatabase } from "#lib/server/db/client.ts";
import { foundOrganization } from "#lib/server/db/organizations.ts";
import { atTheDoor } from "#lib/server/db/unit-of-work.ts";
import { answerQuestion } from "#lib/server/services/answers/answer-question.ts";
import { createAssessment } from "#lib/server/services/assessments/create-assessment.ts";
import { createCluster } from "#lib/server/services/clusters/create-cluster.ts";
import { assignOwner } from "#lib/server/services/initiatives/assign-owner.ts";
import { stepInitiative } from "#lib/server/services/initiatives/step-initiative.ts";
import { planRoadmap } from "#lib/server/services/roadmaps/plan-roadmap.ts";
import { readRoadmap } from "#lib/server/services/roadmaps/read-roadmap.ts";
import { uploadSnapshot } from "#lib/server/services/snapshots/upload-snapshot.ts";

const firstEmail = DEMO_ACCOUNTS[0]?.email ?? "";
if (await accountOf(firstEmail)) {
  await closeDatabase();
  process.exit(0);
}

const passwordHash = await hashPassword(DEMO_PASSWORD);
await foundOrganization({
  ...DEMO_ORGANIZATION,
  members: DEMO_ACCOUNTS.map((account) => ({ ...account, passwordHash })),
});
const actors = new Map<string, { userId: string; organization: string }>();
for (const { role, email } of DEMO_ACCOUNTS)
  actors.set(role, { userId: (await accountOf(email)) ?? "", organization: DEMO_ORGANIZATION.slug });
const as = (role: string) => actors.get(role) ?? { userId: "", organization: "" };

const clusters: string[] = [];
for (const { file, ...fields } of DEMO_CLUSTERS) {
  const { cluster } = await createCluster(as("architect"), fields);
  clusters.push(cluster);
  const path = join("fixtures", "demo", file);
  await stat(path);
  await uploadSnapshot(as("architect"), { cluster, fileName: file, path });
}

const today = new Date().toISOString().slice(0, 10);
const { assessment } = await createAssessment(as("consultant"), {
  name: `Health assessment ${today.slice(0, 4)}`,
  startsOn: today,
  clusters,
});
for (const { question, maturity, comment, confidence } of DEMO_ANSWERS) {
  await answerQuestion(as("architect"), {
    assessment,
    question,
    maturity,
    notApplicable: maturity === null,
    comment,
    confidence,
    version: 0,
  });
}
await planRoadmap(as("consultant"), { assessment, startsOn: today, capacity: DEMO_CAPACITY });

const { roadmap, members } = await readRoadmap(as("architect"), { assessment });
const firstPlan = roadmap?.roadmap.plans[0]?.items ?? [];
const doers = members.filter(({ name }) =>
  DEMO_ACCOUNTS.some((account) => account.name === name && account.role !== "leader"),
);
for (const [index, item] of firstPlan.entries()) {
  const owner = doers[index % doers.length];
  if (owner) await assignOwner(as("architect"), { assessment, initiative: item.initiative, owner: owner.id });
}
const [first] = firstPlan;
if (first) await stepInitiative(as("architect"), { assessment, initiative: first.initiative, step: "start" });
await closeDatabase();

async function accountOf(email: string): Promise<string | null> {
  return (await atTheDoor(email, (work) => findAccountByEmail(work, email)))?.id ?? null;
}
