import { readFileSync } from "node:fs";
import { can, ROLES } from "#lib/access/permissions.ts";
import { expect, test } from "../support/abuse-test.ts";
import { digestOf, rows, withOwner } from "../support/database.ts";
import { ACTIONS, PAGES } from "../support/matrix.ts";
import { FOREIGN, GROUND } from "../support/people.ts";
import { callAction } from "../support/server-actions.ts";
import { foreignCookie, groundCookie } from "../support/sign-in-once.ts";
import { foreignTenant, provingGround } from "../support/test.ts";
import { type Answer, ask, askPayload, post } from "../support/wire.ts";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const expectNothingForeign = (answer: Answer) => {
  for (const name of [FOREIGN.name, FOREIGN.secret]) expect(answer.body).not.toContain(name);
};

/** Every id of the foreign tenant, of whatever kind. */
async function foreignIds(): Promise<string[]> {
  const { organizationId } = foreignTenant();
  const found = await withOwner(async (owner) => {
    const ids: string[] = [organizationId];
    for (const table of ["clusters", "snapshots", "scans", "assessments", "roadmaps", "answers"]) {
      ids.push(
        ...(await owner.query(`select id from ${table} where organization_id = $1`, [organizationId])).rows.map(
          ({ id }) => id,
        ),
      );
    }
    ids.push(
      ...(
        await owner.query("select user_id as id from memberships where organization_id = $1 limit 2", [organizationId])
      ).rows.map(({ id }) => id),
    );
    return ids;
  });
  return found;
}

test("C01 no id of the foreign tenant opens anything, in whatever place of whatever address", async () => {
  const ground = provingGround();
  const cookie = await groundCookie("consultant");
  const ids = await foreignIds();
  expect(ids.length).toBeGreaterThan(7);
  for (const address of Object.values(PAGES)) {
    const path = address.path(ground);
    for (const [index] of [...path.matchAll(UUID)].entries()) {
      for (const id of ids) {
        let place = 0;
        const swapped = path.replaceAll(UUID, (own) => (place++ === index ? id : own));
        const answer = await ask({ path: swapped, cookie });
        expect([swapped, answer.status]).toEqual([swapped, 404]);
        expectNothingForeign(answer);
      }
    }
  }
});

test("C02 what cannot be read cannot be written: every action and the upload, by every role, and no row of the foreign tenant is changed", async () => {
  const [ground, foreign] = [provingGround(), foreignTenant()];
  // Others sign in as the foreign one meanwhile: their session is there before anything is compared.
  await foreignCookie();
  const stood = await digestOf(foreign);
  for (const role of ROLES) {
    const cookie = await groundCookie(role);
    for (const [name, row] of Object.entries(ACTIONS)) {
      if (row.may === "person") continue;
      const { outcome, ...answer } = await callAction({
        name,
        at: row.at(ground),
        args: row.args(foreign, 900),
        cookie,
      });
      expect(outcome).toMatchObject({ ok: false, code: "not-found" });
      expectNothingForeign(answer);
    }
    for (const path of [
      `/${foreign.slug}/clusters/${foreign.cluster}/snapshots`,
      `/${ground.slug}/clusters/${foreign.cluster}/snapshots`,
      `/${foreign.slug}/clusters/${ground.cluster}/snapshots`,
    ]) {
      const answer = await post({
        path,
        body: '{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"x"}}',
        cookie,
      });
      expect([role, path, answer.status]).toEqual([
        role,
        path,
        role === "leader" && path.startsWith(`/${ground.slug}`) ? 403 : 404,
      ]);
      expectNothingForeign(answer);
    }
  }
  expect(await digestOf(foreign)).toEqual(stood);
});

test("C03 foreign ids in bodies are not found, and leave nothing behind in either tenant", async () => {
  const [ground, foreign] = [provingGround(), foreignTenant()];
  const cookie = await groundCookie("admin");
  const counts = () =>
    rows(
      "select (select count(*) from assessments where organization_id = $1) as assessments, (select count(*) from assessment_clusters where organization_id = $1) as clusters, (select count(*) from assessment_clusters where cluster_id = $2) as foreign",
      [ground.organizationId, foreign.cluster],
    );
  const [stood, before] = [await digestOf(foreign), await counts()];
  for (const [name, row] of Object.entries(ACTIONS)) {
    for (const args of row.mismatched(ground, foreign, 901)) {
      if (name === "createAssessmentAction") {
        const tried = await callAction({ name, at: row.at(ground), args, cookie });
        expect(tried.outcome).toMatchObject({ ok: false, code: "not-found" });
        expect(await counts()).toEqual(before);
      } else {
        expect((await callAction({ name, at: row.at(ground), args, cookie })).outcome).toMatchObject({
          ok: false,
          code: "not-found",
        });
      }
    }
  }
  expect(await digestOf(foreign)).toEqual(stood);
});

test("C04 an address that nests another tenant's thing under the own organization is not found", async () => {
  const [ground, foreign] = [provingGround(), foreignTenant()];
  for (const cookie of [await groundCookie("admin"), await foreignCookie()]) {
    for (const [outer, inner] of [
      [ground, foreign],
      [foreign, ground],
    ] as const) {
      for (const rest of [
        `/assessments/${inner.assessment}`,
        `/assessments/${inner.assessment}/plan`,
        `/assessments/${inner.assessment}/roadmap.pdf`,
        `/clusters/${inner.cluster}`,
        `/clusters/${outer.cluster}/scans/${inner.scan}`,
        `/clusters/${inner.cluster}/scans/${outer.scan}`,
      ]) {
        expect((await ask({ path: `/${outer.slug}${rest}`, cookie })).status).toBe(404);
      }
    }
  }
});

test("C05 lists, counts, searches, filters, menus and exports speak of the own tenant alone", async () => {
  const [ground, foreign] = [provingGround(), foreignTenant()];
  const seen: Answer[] = [];
  for (const role of ROLES) {
    const cookie = await groundCookie(role);
    for (const { path, may } of Object.values(PAGES))
      if (may === "public" || may === "person" || can(role, may)) seen.push(await ask({ path: path(ground), cookie }));
    seen.push(await ask({ path: `/${ground.slug}/assessments/${ground.assessment}/roadmap.pdf`, cookie }));
  }
  const cookie = await groundCookie("consultant");
  for (const query of [
    `text=${FOREIGN.secret}`,
    "text=%25",
    "text=",
    `check=${FOREIGN.secret}`,
    "page=99999",
    "severity=critical&layer=container&outcome=fail",
    `cluster=${foreign.cluster}&scan=${foreign.scan}`,
    `include=organization&select=*&organization=${foreign.slug}`,
    `assessment=${foreign.assessment}`,
  ]) {
    for (const path of [
      `/clusters/${ground.cluster}/scans/${ground.scan}`,
      `/assessments/${ground.assessment}/findings`,
      `/assessments/${ground.assessment}/map`,
    ]) {
      seen.push(await ask({ path: `/${ground.slug}${path}?${query}`, cookie }));
    }
  }
  for (const answer of seen) {
    expect(answer.status).toBeLessThan(400);
    const echoed = answer.body
      .replaceAll(new RegExp(`(text|check)(=|\\\\?":\\\\?"|%3D|[^a-z]{1,12})${FOREIGN.secret}`, "g"), "")
      .replaceAll(`value="${FOREIGN.secret}"`, "");
    for (const name of [FOREIGN.name, `${FOREIGN.secret}-cluster`, `${FOREIGN.secret} `, `${FOREIGN.secret}-pod`])
      expect(echoed).not.toContain(name);
  }
  const [{ n } = { n: 0 }] = await rows<{ n: number }>(
    "select count(*)::int as n from memberships where organization_id = $1",
    [ground.organizationId],
  );
  const members = (await ask({ path: `/${ground.slug}/members`, cookie: await groundCookie("leader") })).body;
  expect(members).toMatch(new RegExp(`${n}(<!-- -->)? people`));
});

test("C06 addresses of no tenant and of the zero tenant are nothing", async () => {
  const cookie = await groundCookie("admin");
  for (const slug of [
    "null",
    "undefined",
    "0",
    "00000000-0000-0000-0000-000000000000",
    "%20",
    "organizations",
    GROUND.organization.toUpperCase(),
    provingGround().organizationId,
  ]) {
    for (const rest of ["", "/clusters", "/members"])
      expect([slug, (await ask({ path: `/${slug}${rest}`, cookie })).status]).toEqual([slug, 404]);
  }
});

test("C07 there is no job queue in this build: no table of jobs, no address that takes one", async () => {
  const tables = await rows<{ table_name: string }>(
    "select table_name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')",
  );
  expect(tables.map(({ table_name: name }) => name).filter((name) => /job|queue|task/.test(name))).toEqual([]);
  expect(readFileSync(".next/server/app-paths-manifest.json", "utf8")).not.toMatch(/job|queue|task|worker/);
});

test("C08 1,200 requests of two tenants at once, with aborts and errors between: each sees the own names alone, and no setting stays behind", async () => {
  const tenants = [
    {
      tenant: provingGround(),
      cookie: await groundCookie("consultant"),
      own: "proving-cluster",
      other: FOREIGN.secret,
    },
    {
      tenant: foreignTenant(),
      cookie: await foreignCookie(),
      own: `${FOREIGN.secret}-cluster`,
      other: "proving-cluster",
    },
  ];
  let number = 0;
  let wrong = 0;
  const walk = async () => {
    while (number < 1_200) {
      const turn = number++;
      const { tenant, cookie, own, other } = tenants[turn % 2] ??
        tenants[0] ?? { tenant: provingGround(), cookie: "", own: "", other: "" };
      if (turn % 11 === 0) {
        await fetch(`http://localhost:${process.env.E2E_PORT ?? 3107}/${tenant.slug}/clusters`, {
          headers: { cookie },
          signal: AbortSignal.timeout(turn % 7),
        }).catch(() => undefined);
        continue;
      }
      if (turn % 13 === 0) {
        await callAction({
          name: "changeClusterAction",
          at: `/${tenant.slug}/clusters/${tenant.cluster}`,
          args: [tenant.slug, "x", null],
          cookie,
        });
        continue;
      }
      const answer = await askPayload({ path: `/${tenant.slug}/clusters?_rsc`, cookie, headers: { rsc: "1" } });
      if (answer.status !== 200 || !answer.body.includes(own) || answer.body.includes(other)) wrong++;
    }
  };
  await Promise.all(Array.from({ length: 16 }, walk));
  expect(wrong).toBe(0);
});

test("C09 the portal's connections are those of a role that the border holds", async () => {
  await ask({ path: "/api/ready" });
  const roles = await rows(
    "select distinct a.usename, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, (select count(*)::int from pg_class c where c.relowner = r.oid) as owns from pg_stat_activity a join pg_roles r on r.rolname = a.usename where a.datname = current_database() and a.pid <> pg_backend_pid() and a.usename = 'chartroom_app'",
  );
  expect(roles).toEqual([
    {
      usename: "chartroom_app",
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: 0,
    },
  ]);
});

test("C10 the migrated database has no view, no definer function, no TRUNCATE for the portal, and row-level security on every table of tenants", async () => {
  expect(
    await rows(
      "select relname from pg_class c join pg_namespace s on s.oid = c.relnamespace where s.nspname = 'public' and relkind in ('v', 'm')",
    ),
  ).toEqual([]);
  expect(
    await rows(
      "select proname from pg_proc p join pg_namespace s on s.oid = p.pronamespace where s.nspname = 'public' and prosecdef",
    ),
  ).toEqual([]);
  expect(
    await rows(
      "select table_name from information_schema.role_table_grants where grantee in ('chartroom_app', 'PUBLIC') and table_schema = 'public' and privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')",
    ),
  ).toEqual([]);
  expect(
    await rows(
      "select c.relname from pg_class c join information_schema.columns i on i.table_name = c.relname and i.column_name = 'organization_id' where i.table_schema = 'public' and not (c.relrowsecurity and c.relforcerowsecurity)",
    ),
  ).toEqual([]);
});

test("C11 operators, lists and nothing in place of an id are refused, and nothing is changed", async () => {
  const ground = provingGround();
  const cookie = await groundCookie("admin");
  const stood = await digestOf(ground);
  for (const odd of [
    { not: null },
    { contains: "" },
    { in: [] },
    [],
    [ground.assessment],
    undefined,
    null,
    0,
    true,
    "",
    "%",
    "*",
  ]) {
    const calls = [
      ["stepInitiativeAction", [ground.slug, odd, ground.initiative, "claim"]],
      ["stepInitiativeAction", [ground.slug, ground.assessment, odd, "claim"]],
      ["assignOwnerAction", [ground.slug, ground.assessment, odd, ground.members.leader]],
      ["changeRoleAction", [ground.slug, odd, "leader"]],
      ["removeMemberAction", [ground.slug, odd]],
      ["acceptProposalsAction", [ground.slug, odd, ["x"]]],
      ["acceptProposalsAction", [ground.slug, ground.assessment, Array.isArray(odd) ? { list: odd } : odd]],
      ["saveAnswerAction", [ground.slug, ground.assessment, odd]],
      ["planYearAction", [ground.slug, ground.assessment, odd]],
      [
        "changeClusterAction",
        [ground.slug, odd, { fields: { name: "x", distribution: "eks", criticality: "1", dataSensitivity: "1" } }],
      ],
      ["revokeSessionAction", [odd]],
      ["removeMemberAction", [odd, ground.spare[19]]],
    ] as const;
    for (const [name, args] of calls) {
      const { outcome } = await callAction({ name, at: ACTIONS[name]?.at(ground) ?? "/", args: [...args], cookie });
      expect([name, JSON.stringify(odd), outcome?.ok]).toEqual([name, JSON.stringify(odd), false]);
    }
  }
  expect(await digestOf(ground)).toEqual(stood);
});

test("C12 a name that another tenant has taken is free, and answered as any other", async () => {
  const ground = provingGround();
  const cookie = await groundCookie("architect");
  const create = (name: string) =>
    callAction({
      name: "createClusterAction",
      at: `/${ground.slug}/clusters/new`,
      args: [ground.slug, { fields: { name, distribution: "eks", criticality: "1", dataSensitivity: "1" } }],
      cookie,
    });
  for (const name of [`free-${ground.slug}`, `${FOREIGN.secret}-cluster`])
    expect((await create(name)).outcome).toMatchObject({ ok: true });
  expect((await create(`free-${ground.slug}`)).outcome).toMatchObject({ ok: false, code: "conflict" });
  // Out of the way of the cases that look for foreign names.
  await rows("delete from clusters where organization_id = $1 and name like $2", [
    ground.organizationId,
    `${FOREIGN.secret}%`,
  ]);
});
