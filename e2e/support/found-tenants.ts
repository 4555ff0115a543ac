/** Founds two tenants beside the demo: one that nobody else may ever see, and one that tests may change. */
import { writeFileSync } from "node:fs";
import { closeDatabase } from "#lib/server/db/client.ts";
import { plannedAssessments } from "#lib/server/services/approvals/planned-assessments.fixture.ts";
import { broughtEvidence } from "#lib/server/services/attachments/brought-evidence.fixture.ts";
import { blindRounds } from "#lib/server/services/blind/blind-rounds.fixture.ts";
import { contestedAssessments } from "#lib/server/services/contradictions/contested-assessments.fixture.ts";
import { foundTenant } from "#lib/server/services/matrix.fixture.ts";
import { readyAssessments } from "#lib/server/services/workflow/ready-assessments.fixture.ts";
import { FOREIGN, GROUND, PASSWORD } from "./people.ts";

for (const [file, { organization, secret, ...of }] of Object.entries({ foreign: FOREIGN, ground: GROUND })) {
  const tenant = await foundTenant(organization, secret, { ...of, password: PASSWORD });
  if (file === "ground") {
    tenant.brought = await broughtEvidence(tenant);
    tenant.ready = await readyAssessments(tenant);
    tenant.blind = await blindRounds(tenant);
    tenant.planned = await plannedAssessments(tenant);
    tenant.contested = await contestedAssessments(tenant);
  }
  writeFileSync(`.data/test/${file}.json`, JSON.stringify(tenant));
}
await closeDatabase();
