import type pg from "pg";
import type { Tenant } from "./matrix.fixture.ts";

/** A digest of every row of a tenant, its people included. Read as superuser, whom row-level security does not hold. */
export async function digestOfTenant(owner: pg.Client, tenant: Tenant): Promise<Record<string, string>> {
  const { rows } = await owner.query(
    "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'organization_id' order by 1",
  );
  const people = [...Object.values(tenant.members), ...tenant.spare];
  const digests: Record<string, string> = {};
  const digest = async (table: string, where: string, values: unknown[]) => {
    const found = await owner.query(
      `select count(*)::int as n, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from "${table}" t where ${where}`,
      values,
    );
    digests[table] = `${found.rows[0].n} rows ${found.rows[0].hash}`;
  };
  for (const { table_name: table } of rows) await digest(table, "organization_id = $1", [tenant.organizationId]);
  await digest("organizations", "id = $1", [tenant.organizationId]);
  await digest("users", "id = any($1::uuid[])", [people]);
  await digest("sessions", "user_id = any($1::uuid[])", [people]);
  return digests;
}
