import pg from "pg";

export const APP_ROLE = "chartroom_app";

/**
 * Makes sure that the application's role exists: it may sign in, owns nothing, is no superuser and cannot bypass
 * row-level security. Returns the address under which the application connects.
 */
export async function prepareAppRole(ownerUrl: string, password: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [APP_ROLE]);
    const verb = rowCount ? "ALTER" : "CREATE";
    // A role's password cannot be a parameter; it is hex of our own making.
    await client.query(
      `${verb} ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`,
    );
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = password;
  return url.toString();
}

/** Refuses to start under a role that row-level security does not hold. Throws one line. */
export async function refuseUnsafeRole(appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const role = await client.query(
      "select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user",
    );
    const { rolname, rolsuper, rolbypassrls } = role.rows[0];
    const owned = await client.query(
      "select count(*)::int as n from pg_class c join pg_namespace s on s.oid = c.relnamespace where s.nspname = 'public' and c.relkind in ('r','p','v','m') and pg_get_userbyid(c.relowner) = current_user",
    );
    const reason = rolsuper
      ? "is a superuser"
      : rolbypassrls
        ? "may bypass row-level security"
        : owned.rows[0].n > 0
          ? "owns tables"
          : "";
    if (reason)
      throw new Error(
        `APP_DATABASE_URL: role ${rolname} ${reason}; the application must use a role that the tenant's border holds`,
      );
  } finally {
    await client.end();
  }
}
