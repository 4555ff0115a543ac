import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#fixtures/demo/accounts.ts";
import type { Role } from "#lib/access/permissions.ts";

/** Who walks through the portal in the tests: the demo's four, and the admin of another tenant. */
export const PASSWORD = DEMO_PASSWORD;
export const HOME = "meridian-freight";
export const FOREIGN = {
  organization: "tidewater-bank",
  name: "Tidewater Bank",
  domain: "tidewater.example",
  email: "admin@tidewater.example",
  secret: "tidewater-vault-cluster",
};
/** A tenant that tests may change, so that the demo stays as it is: four roles, and spare members to be spent. */
export const GROUND = {
  organization: "proving-ground",
  name: "Proving Ground",
  domain: "proving.example",
  secret: "proving",
};

export function emailOf(role: Role): string {
  const account = DEMO_ACCOUNTS.find((each) => each.role === role);
  if (!account) throw new Error(`the demo has no ${role}`);
  return account.email;
}
