import pg from "pg";
import type { Tenant } from "#lib/server/services/matrix.fixture.ts";
import { digestOfTenant } from "#lib/server/services/tenant-digest.fixture.ts";

/** Looks into the portal's database as its owner, past every border: what was written, and what was not. */
export async function rows<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return withOwner(async (owner) => (await owner.query(sql, values)).rows as Row[]);
}

export async function withOwner<T>(run: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await owner.connect();
  try {
    return await run(owner);
  } finally {
    await owner.end();
  }
}

export const digestOf = (tenant: Tenant) => withOwner((owner) => digestOfTenant(owner, tenant));

/** Security events of a kind so far whose details hold this text. */
export async function securityEvents(kind: string, holding = ""): Promise<number> {
  const [row] = await rows<{ n: number }>(
    "select count(*)::int as n from security_events where kind = $1 and details::text like $2",
    [kind, `%${holding}%`],
  );
  return row?.n ?? 0;
}

export async function auditEvents(organizationId: string, verb: string): Promise<number> {
  const [row] = await rows<{ n: number }>(
    "select count(*)::int as n from audit_events where organization_id = $1 and verb = $2",
    [organizationId, verb],
  );
  return row?.n ?? 0;
}
