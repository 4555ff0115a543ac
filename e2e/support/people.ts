import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#fixtures/demo/accounts.ts";
import type { Role } from "#lib/access/permissions.ts";

/** Who walks through the portal in the tests: the demo's four, and the admin of another tenant. */
export const PASSWORD = DEMO_PASSWORD;
export const HOME = "meridian-freight";
export const FOREIGN = { organization: "tidewater-bank", name: "Tidewater Bank", email: "admin@tidewater.example", secret: "tidewater-vault-cluster" };

export function emailOf(role: Role): string {
  const account = DEMO_ACCOUNTS.find((each) => each.role === role);
  if (!account) throw new Error(`the demo has no ${role}`);
  return account.email;
}
