import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "#lib/access/permissions.ts";
import type { ShareProfile } from "#lib/contracts/share-profiles.ts";
import { removeMembership, storeRole } from "#lib/server/db/organizations.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { byShareToken, inOrganization } from "#lib/server/db/unit-of-work.ts";
import { foundTenant, IN_A_MONTH, type Tenant } from "../matrix.fixture.ts";
import { createShare } from "./create-share.ts";
import { openShare } from "./open-share.ts";
import { readShares } from "./read-shares.ts";
import { revokeShare } from "./revoke-share.ts";
import { hashOfShareToken } from "./share-token.ts";

let database: TestDatabase;
let owner: pg.Client;
let home: Tenant;
let away: Tenant;
beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  home = await foundTenant("home", "harbour");
  away = await foundTenant("away", "zanzibar-vault");
});
afterAll(async () => {
  await owner?.end();
  await database?.close();
});

const as = (role: Role, tenant = home) => ({ userId: tenant.members[role], organization: tenant.slug });
const make = (role: Role, profile: ShareProfile = "whole", endsOn = IN_A_MONTH) =>
  createShare(as(role), { assessment: home.assessment, name: `for ${role}`, profile, endsOn });
const stateOf = async (id: string) =>
  (await readShares(as("leader"), { assessment: home.assessment })).shares.find((share) => share.id === id)?.state;

describe("C13 a share link", () => {
  test("shows the roadmap as far as its profile goes, and nothing of it is stored but a hash", async () => {
    const { token, share } = await make("consultant");
    expect(await openShare(token)).toMatchObject({ assessment: "harbour assessment", version: 1, approvedOn: null });
    const figures = await openShare((await make("consultant", "figures")).token);
    expect(JSON.stringify(figures)).not.toContain("harbour");
    expect(figures?.roadmap.curve).toHaveLength(53);
    const { rows } = await owner.query("select to_jsonb(s) as row from shares s where id = $1", [share]);
    expect(JSON.stringify(rows)).not.toContain(token);
    const audited = await owner.query("select details from audit_events where verb = 'shares.create-share'");
    expect(JSON.stringify(audited.rows)).not.toContain(token);
  });

  test("that was never made, is revoked or over, opens nothing, and all look the same", async () => {
    const { token, share } = await make("leader");
    const guesses = ["", "x", "A".repeat(43), `${token}A`, token.slice(1), token.toLowerCase(), "../..", "%00"];
    for (const guess of guesses) expect([guess, await openShare(guess)]).toEqual([guess, null]);
    await revokeShare(as("consultant"), { assessment: home.assessment, share });
    expect(await openShare(token)).toBeNull();
    expect(await stateOf(share)).toBe("revoked");
    await expect(revokeShare(as("consultant"), { assessment: home.assessment, share })).rejects.toMatchObject({
      code: "not-found",
    });
    const over = await make("leader");
    await owner.query("update shares set created_at = now() - interval '9 days', expires_at = now() where id = $1", [
      over.share,
    ]);
    expect(await openShare(over.token)).toBeNull();
    expect(await stateOf(over.share)).toBe("over");
  });

  test("closes when its creator may not share any more, and opens again when they may", async () => {
    const [userId = ""] = home.spare;
    const creator = { userId, organization: home.slug };
    const withRole = (role: Role) =>
      inOrganization(home.members.admin, home.slug, (work, { organizationId }) =>
        storeRole(work, organizationId, userId, role),
      );
    await withRole("consultant");
    const { token, share } = await createShare(creator, {
      ...{ assessment: home.assessment, name: "theirs", profile: "whole" as const, endsOn: IN_A_MONTH },
    });
    expect(await openShare(token)).not.toBeNull();
    await withRole("architect");
    expect(await openShare(token)).toBeNull();
    expect(await stateOf(share)).toBe("closed");
    await withRole("leader");
    expect(await openShare(token)).not.toBeNull();
    await inOrganization(home.members.admin, home.slug, (work, { organizationId }) =>
      removeMembership(work, organizationId, userId),
    );
    expect(await openShare(token)).toBeNull();
  });

  test("holding a token opens its one row of the table, and no other table", async () => {
    const hash = hashOfShareToken(home.share.token) ?? "";
    await byShareToken(hash, async (work) => {
      expect((await work.share.findMany({ select: { id: true } })).map(({ id }) => id)).toEqual([home.share.id]);
      expect(await work.assessment.count()).toBe(0);
      expect(await work.share.updateMany({ where: {}, data: { revokerName: "x" } })).toEqual({ count: 0 });
    });
  });

  test("of another tenant's assessment is not made, and its day is looked at", async () => {
    const wish = { name: "x", profile: "whole" as const, endsOn: IN_A_MONTH };
    await expect(createShare(as("leader"), { assessment: away.assessment, ...wish })).rejects.toMatchObject({
      code: "not-found",
    });
    for (const endsOn of [new Date().toISOString().slice(0, 10), "2099-01-01"])
      await expect(make("leader", "whole", endsOn)).rejects.toMatchObject({ fields: { endsOn: expect.anything() } });
    await expect(make("architect")).rejects.toMatchObject({ code: "forbidden" });
  });
});
