import { ROLES, type Role } from "#lib/access/permissions.ts";
import { CATALOG } from "#lib/catalog/catalog.ts";
import type { Tenant } from "../matrix.fixture.ts";
import { addLink } from "./add-link.ts";

/** A link a role, which nobody has withdrawn. */
export async function broughtEvidence(tenant: Tenant): Promise<Record<Role, string>> {
  const admin = { userId: tenant.members.admin, organization: tenant.slug };
  const question = CATALOG.questions.at(-1)?.id ?? "";
  const days = { observedOn: "2026-11-02", validUntil: "2027-02-01" };
  const items: [Role, string][] = [];
  for (const role of ROLES) {
    const link = { title: `for ${role}`, url: `https://wiki.example/${role}` };
    const { item } = await addLink(admin, { assessment: tenant.assessment, question, ...days, ...link });
    items.push([role, item]);
  }
  return Object.fromEntries(items) as Record<Role, string>;
}
