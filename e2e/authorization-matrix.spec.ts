import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { can, ROLES, type Role } from "#lib/access/permissions.ts";
import type { Tenant } from "#lib/server/services/matrix.fixture.ts";
import { expect, test } from "./support/abuse-test.ts";
import { digestOf } from "./support/database.ts";
import { ACTIONS, type Address, HANDLERS, INTERNAL_PAGES, PAGES } from "./support/matrix.ts";
import { FOREIGN } from "./support/people.ts";
import { builtActions, callAction } from "./support/server-actions.ts";
import { foreignCookie, groundCookie } from "./support/sign-in-once.ts";
import { foreignTenant, provingGround } from "./support/test.ts";
import { type Answer, askPayload, ORIGIN } from "./support/wire.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";
const everyId = (id: string): Record<Role, string> => ({ leader: id, architect: id, consultant: id, admin: id });
/** A tenant that does not exist, with ids of the same shape as the foreign one has. */
const absentTenant = (): Tenant => ({
  slug: "nowhere-at-all",
  secret: "x",
  organizationId: NOBODY,
  members: everyId(NOBODY),
  sessions: everyId(NOBODY),
  spare: Array(24).fill(NOBODY),
  cluster: NOBODY,
  scan: NOBODY,
  assessment: NOBODY,
  finding: foreignTenant().finding.replace(foreignTenant().cluster, NOBODY),
  initiative: "nothing",
  exception: NOBODY,
  evidence: NOBODY,
  share: { id: NOBODY, token: "x" },
  shares: everyId(NOBODY),
  wishes: everyId("nothing"),
  ownWork: everyId("nothing"),
});

/** What is left of an answer when what differs from request to request is gone: nonces, ids, the address, the order of the stream. */
function essence(
  answer: Answer,
  ...slugs: string[]
): { status: number; location: string; type: string; body: string[] } {
  const plain = (text: string) => {
    let left = text.replaceAll(/nonce="[^"]*"|nonce-[A-Za-z0-9+/=]{24}|[A-Za-z0-9+/]{22}==/g, "");
    // Next.js numbers each rendering of a head anew.
    left = left.replaceAll(/"[\w-]{21}[vm](\\?")/g, '"RENDERING$1');
    for (const slug of slugs) left = left.replaceAll(slug, "SLUG");
    return left.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "ID");
  };
  // Rows of the stream come as they are ready, in one script or in several.
  const whole = answer.body.replaceAll(/"\]\)<\/script><script\s*(nonce="[^"]*")?>self\.__next_f\.push\(\[1,"/g, "");
  const body = plain(whole)
    .split(/\\n|\n/)
    .sort();
  return {
    status: answer.status,
    location: plain(String(answer.headers.location ?? "")),
    type: String(answer.headers["content-type"] ?? ""),
    body,
  };
}

function expectNoForeignByte(answer: Answer): void {
  for (const name of [FOREIGN.secret, FOREIGN.name]) expect(answer.body).not.toContain(name);
  expect(JSON.stringify(answer.headers)).not.toContain(FOREIGN.name);
}

const isPrivate = (answer: Answer) => expect(answer.headers["cache-control"]).toBe("private, no-store");
const visit = (
  address: Address & { method?: string; body?: string; headers?: Record<string, string> },
  tenant: Tenant,
  cookie?: string,
  headers: Record<string, string> = {},
) =>
  askPayload({
    method: address.method ?? "GET",
    path: address.path(tenant),
    body: address.body,
    cookie,
    headers: { ...(address.method === "POST" ? { origin: ORIGIN } : {}), ...address.headers, ...headers },
  });
const mayVisit = (address: Address, role: Role) =>
  address.may === "public" || address.may === "person" || can(role, address.may);

test.describe("nothing of the build is without a row, and no row without something of the build", () => {
  const built = Object.keys(JSON.parse(readFileSync(".next/server/app-paths-manifest.json", "utf8")));

  test("pages", () => {
    expect(built.filter((key) => key.endsWith("/page") && !INTERNAL_PAGES.includes(key)).sort()).toEqual(
      Object.keys(PAGES).sort(),
    );
  });

  test("route handlers", () => {
    expect(built.filter((key) => key.endsWith("/route")).sort()).toEqual(Object.keys(HANDLERS).sort());
  });

  test("server actions, in the build and in the tree", () => {
    expect(
      builtActions()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(ACTIONS).sort());
    const written = readdirSync("app", { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join("app", name), "utf8"))
      .filter((source) => /^\s*["']use server["']/m.test(source))
      .flatMap((source) => [...source.matchAll(/export (?:async )?(?:function|const) (\w+)/g)].map(([, name]) => name));
    expect(written.sort()).toEqual(Object.keys(ACTIONS).sort());
  });

  test("A04 there is no proxy and no middleware whose absence would change anything", () => {
    expect(JSON.parse(readFileSync(".next/server/middleware-manifest.json", "utf8"))).toMatchObject({
      middleware: {},
      functions: {},
    });
    expect(readdirSync(".").filter((name) => /^(proxy|middleware)\./.test(name))).toEqual([]);
  });
});

for (const [name, address] of Object.entries(PAGES)) {
  test.describe(`page ${name}`, () => {
    const isTenants = address.may !== "public" && address.may !== "person";

    test("the own: members whose role may, and people who are not signed in", async () => {
      const ground = provingGround();
      for (const role of ROLES) {
        const answer = await visit(address, ground, await groundCookie(role));
        expect(answer.status).toBe(
          name === "/page" || name === "/(public)/sign-in/page" ? 307 : mayVisit(address, role) ? 200 : 404,
        );
        isPrivate(answer);
        expectNoForeignByte(answer);
      }
      const nobody = await visit(address, ground);
      isPrivate(nobody);
      expect([nobody.status, nobody.headers.location ?? null]).toEqual(
        address.may === "public" ? [200, null] : [307, expect.stringMatching(/^\/sign-in/)],
      );
      for (const trace of [ground.secret, "Proving Ground", ground.organizationId])
        expect(nobody.body.replaceAll(ground.slug, "")).not.toContain(trace);
    });

    if (isTenants) {
      test("C01 C04 a foreigner's, and foreign and mismatched ids: as if they did not exist", async () => {
        const [ground, foreign, absent] = [provingGround(), foreignTenant(), absentTenant()];
        const slugs = [foreign.slug, ground.slug, absent.slug];
        const visitors = [...(await Promise.all(ROLES.map(groundCookie))), undefined];
        for (const cookie of visitors) {
          for (const headers of [{}, { rsc: "1" }] as Record<string, string>[]) {
            const missing = essence(await visit(address, absent, cookie, headers), ...slugs);
            for (const there of [foreign, { ...ground, slug: foreign.slug }]) {
              const answer = await visit(address, there, cookie, headers);
              expectNoForeignByte(answer);
              isPrivate(answer);
              expect(essence(answer, ...slugs)).toEqual(missing);
              if (!("rsc" in headers)) expect(answer.status).toBe(cookie ? 404 : 307);
            }
          }
          if (address.path(foreign).replace(foreign.slug, "") === address.path(ground).replace(ground.slug, ""))
            continue;
          const missing = await visit(address, { ...absent, slug: ground.slug }, cookie);
          const partly = [
            { ...foreign, slug: ground.slug },
            { ...ground, scan: foreign.scan, finding: foreign.finding, assessment: foreign.assessment },
            { ...ground, cluster: foreign.cluster, finding: foreign.finding, assessment: foreign.assessment },
          ];
          for (const mixed of partly.filter((each) => address.path(each) !== address.path(ground))) {
            const answer = await visit(address, mixed, cookie);
            expectNoForeignByte(answer);
            expect(answer.status).toBe(cookie ? 404 : 307);
            expect(essence(answer, ...slugs, foreign.finding, ground.finding, absent.finding)).toEqual(
              essence(missing, ...slugs, absent.finding),
            );
          }
        }
        const stranger = await foreignCookie();
        expect(essence(await visit(address, ground, stranger), ...slugs)).toEqual(
          essence(await visit(address, absent, stranger), ...slugs),
        );
      });
    }
  });
}

for (const [name, handler] of Object.entries(HANDLERS)) {
  test(`route ${name}: own, foreign and mismatched`, async () => {
    const [ground, foreign, absent] = [provingGround(), foreignTenant(), absentTenant()];
    const stood = await digestOf(foreign);
    for (const role of ROLES) {
      const answer = await visit(handler, ground, await groundCookie(role));
      expect([role, answer.status]).toEqual([role, mayVisit(handler, role) ? 200 : 403]);
      isPrivate(answer);
      expectNoForeignByte(answer);
    }
    if (handler.may === "public") return;
    expect((await visit(handler, ground)).status).toBe(401);
    expect((await visit(handler, foreign)).status).toBe(401);
    for (const cookie of await Promise.all(ROLES.map(groundCookie))) {
      const missing = await visit(handler, absent, cookie);
      expect(missing.status).toBe(404);
      for (const there of [foreign, { ...ground, slug: foreign.slug }]) {
        const answer = await visit(handler, there, cookie);
        expectNoForeignByte(answer);
        expect(essence(answer, foreign.slug, absent.slug)).toEqual(essence(missing, foreign.slug, absent.slug));
      }
      const mixed = await visit(handler, { ...foreign, slug: ground.slug }, cookie);
      expect(essence(mixed)).toEqual(essence(await visit(handler, { ...absent, slug: ground.slug }, cookie)));
    }
    expect((await visit(handler, ground, await foreignCookie())).status).toBe(404);
    expect(await digestOf(foreign)).toEqual(stood);
  });
}

let number = 0;

for (const [name, row] of Object.entries(ACTIONS)) {
  test(`action ${name}: own, foreign and mismatched`, async () => {
    const [ground, foreign, absent] = [provingGround(), foreignTenant(), absentTenant()];
    const stood = await digestOf(foreign);
    const call = async (args: unknown[], cookie?: string) => {
      const { outcome, ...answer } = await callAction({ name, at: row.at(ground), args, cookie });
      expectNoForeignByte(answer);
      isPrivate(answer);
      return outcome;
    };
    const code = (outcome: Awaited<ReturnType<typeof call>>) =>
      outcome === null ? "no outcome" : outcome.ok ? "ok" : outcome.code;

    for (const role of ROLES) {
      const may = row.may === "person" || can(role, row.may);
      expect([role, code(await call(row.args(ground, number++), await groundCookie(role)))]).toEqual([
        role,
        may ? (row.code ?? "ok") : "forbidden",
      ]);
    }
    expect(code(await call(row.args(ground, number++)))).toBe("not-signed-in");

    if (row.may !== "person") {
      for (const role of ROLES) {
        const missing = await call(row.args(absent, number), await groundCookie(role));
        expect(code(missing)).toBe("not-found");
        for (const there of [foreign, { ...ground, slug: foreign.slug }])
          expect(await call(row.args(there, number), await groundCookie(role))).toEqual(missing);
      }
      expect(code(await call(row.args(ground, number++), await foreignCookie()))).toBe("not-found");
    }
    for (const role of ROLES) {
      const refusal = row.may === "person" || can(role, row.may) ? "not-found" : "forbidden";
      const missing = row.mismatched(ground, absent, number);
      for (const [index, args] of row.mismatched(ground, foreign, number).entries()) {
        const outcome = await call(args, await groundCookie(role));
        expect(code(outcome)).toBe(refusal);
        expect(outcome).toEqual(await call(missing[index] ?? [], await groundCookie(role)));
      }
    }
    expect(await digestOf(foreign)).toEqual(stood);
  });
}
