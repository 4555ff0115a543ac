/** Founds an organization of fifty editors with one assessment, and prints what the bench needs to answer in it as JSON. */
import { CATALOG } from "#lib/catalog/catalog.ts";
import { hashPassword } from "#lib/server/auth/password.ts";
import { findAccountByEmail } from "#lib/server/db/accounts.ts";
import { closeDatabase } from "#lib/server/db/client.ts";
import { foundOrganization } from "#lib/server/db/organizations.ts";
import { atTheDoor } from "#lib/server/db/unit-of-work.ts";
import { createAssessment } from "#lib/server/services/assessments/create-assessment.ts";
import { createCluster } from "#lib/server/services/clusters/create-cluster.ts";
import type { Editors } from "./editors.ts";

const [PASSWORD, SLUG] = ["a-password-of-the-bench", "answering"];
const emails = Array.from({ length: 50 }, (_, n) => `editor-${n}@answering.example`);
const passwordHash = await hashPassword(PASSWORD);
await foundOrganization({
  ...{ slug: SLUG, name: "Answering" },
  members: emails.map((email, n) => ({
    name: `Editor ${n}`,
    email,
    role: n === 0 ? "admin" : "architect",
    passwordHash,
  })),
});
const idOf = async (email: string) => (await atTheDoor(email, (work) => findAccountByEmail(work, email)))?.id ?? "";
const members = await Promise.all(emails.map(idOf));
const admin = { userId: members[0] ?? "", organization: SLUG };
const rated = { distribution: "kubeadm", criticality: 3, dataSensitivity: 3 } as const;
const { cluster } = await createCluster(admin, { name: "bench", ...rated });
const assessments: string[] = [];
for (const name of ["storing", "watched", "soaked"]) {
  const { assessment } = await createAssessment(admin, { name, startsOn: "2026-11-02", clusters: [cluster] });
  assessments.push(assessment);
}
const questions = CATALOG.questions.filter(({ removed }) => !removed).map(({ id }) => id);
const editors: Editors = { slug: SLUG, password: PASSWORD, emails, members, assessments, questions };
console.log(JSON.stringify(editors));
await closeDatabase();
