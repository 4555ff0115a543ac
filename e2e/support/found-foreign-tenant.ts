/** Founds a second organization beside the demo, with a cluster and an assessment that nobody else may ever see. */
import { writeFileSync } from "node:fs";
import { hashPassword } from "#lib/server/auth/password.ts";
import { findAccountByEmail } from "#lib/server/db/accounts.ts";
import { closeDatabase } from "#lib/server/db/client.ts";
import { foundOrganization } from "#lib/server/db/organizations.ts";
import { atTheDoor } from "#lib/server/db/unit-of-work.ts";
import { createAssessment } from "#lib/server/services/assessments/create-assessment.ts";
import { createCluster } from "#lib/server/services/clusters/create-cluster.ts";
import { FOREIGN, PASSWORD } from "./people.ts";

const passwordHash = await hashPassword(PASSWORD);
await foundOrganization({ slug: FOREIGN.organization, name: FOREIGN.name, members: [{ name: "Tess Admin", email: FOREIGN.email, role: "admin", passwordHash }] });
const account = await atTheDoor(FOREIGN.email, (work) => findAccountByEmail(work, FOREIGN.email));
const actor = { userId: account?.id ?? "", organization: FOREIGN.organization };
const { cluster } = await createCluster(actor, { name: FOREIGN.secret, distribution: "eks", criticality: 5, dataSensitivity: 5 });
const { assessment } = await createAssessment(actor, { name: "Vault review", startsOn: "2026-11-02", clusters: [cluster] });
writeFileSync(".data/test/foreign.json", JSON.stringify({ cluster, assessment }));
await closeDatabase();
