import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { PDF, PNG } from "#lib/server/collect/evidence-files.fixture.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { createAssessment } from "../assessments/create-assessment.ts";
import { foundTenant, IN_A_MONTH, type Tenant } from "../matrix.fixture.ts";
import { exportLog } from "../workflow/export-log.ts";
import { readyAssessments } from "../workflow/ready-assessments.fixture.ts";
import { addCommand } from "./add-command.ts";
import { addFile } from "./add-file.ts";
import { addLink } from "./add-link.ts";
import { readEvidence } from "./read-evidence.ts";
import { readFile } from "./read-file.ts";
import { receiveFile } from "./receive-file.ts";
import { withdrawEvidence } from "./withdraw-evidence.ts";

let database: TestDatabase;
let owner: pg.Client;
let home: Tenant;
let away: Tenant;
let folder: string;
let files = 0;
const QUESTION = CATALOG.questions.find(({ removed }) => !removed)?.id ?? "";
const OBSERVED = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const actor = (tenant = home) => ({ userId: tenant.members.architect, organization: tenant.slug });
const brought = (assessment = home.assessment, question = QUESTION) => ({
  ...{ assessment, question, title: "seen", observedOn: OBSERVED, validUntil: IN_A_MONTH },
});

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  home = await foundTenant("home", "harbour");
  home.ready = await readyAssessments(home);
  away = await foundTenant("away", "zanzibar-vault");
  folder = await mkdtemp(join(tmpdir(), "chartroom-attach-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await owner?.end();
  await database?.close();
});

async function fileOf(content: Uint8Array | string): Promise<string> {
  const path = join(folder, String(files++));
  await writeFile(path, content);
  return path;
}
const assessment = async (name: string) =>
  (await createAssessment(actor(), { name, startsOn: "2026-11-02", clusters: [home.cluster] })).assessment;
const rows = async (table: string) =>
  Number((await owner.query(`select count(*)::int as n from "${table}"`)).rows[0].n);
const upload = (
  body: BodyInit | null,
  fileName: string,
  said: object = {},
  headers: Record<string, string> = {},
): Promise<Response> =>
  receiveFile(
    actor(),
    home.assessment,
    new Request("http://localhost/x", {
      method: "POST",
      body,
      duplex: "half",
      headers: {
        "x-file-name": encodeURIComponent(fileName),
        "x-evidence": encodeURIComponent(
          JSON.stringify({ question: QUESTION, title: "seen", observedOn: OBSERVED, validUntil: IN_A_MONTH, ...said }),
        ),
        ...headers,
      },
    } as RequestInit),
  );
const spools = async () => (await readdir(tmpdir())).filter((name) => name.startsWith("chartroom-evidence-")).length;

describe("a file", () => {
  test("of 20 MB comes out byte for byte as it went in, in little memory, in chunks of 256 KiB", async () => {
    const bytes = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(20_000_000)]);
    const { length } = bytes;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const path = await fileOf(bytes);
    // What is alive, not what waits to be collected.
    setFlagsFromString("--expose-gc");
    const collect: () => void = runInNewContext("gc");
    const alive = () => {
      // What one collection found dead is given back by the time the next one begins.
      for (let time = 0; time < 3; time++) collect();
      return process.memoryUsage().arrayBuffers;
    };
    const before = alive();
    let most = 0;
    let over = false;
    const watch = (async () => {
      while (!over) {
        await new Promise((resolve) => setTimeout(resolve, 200));
        most = Math.max(most, alive() - before);
      }
    })();
    const { item } = await addFile(actor(), { ...brought(), fileName: "backup report.pdf", path });
    const file = await readFile(actor(), { assessment: home.assessment, item });
    const hash = createHash("sha256");
    const sizes: number[] = [];
    for await (const chunk of file.chunks()) {
      hash.update(chunk);
      sizes.push(chunk.length);
    }
    over = true;
    await watch;
    expect(file).toMatchObject({
      sha256,
      bytes: length,
      fileName: "backup report.pdf",
      mediaType: "application/pdf",
    });
    expect(hash.digest("hex")).toBe(sha256);
    expect(Math.max(...sizes)).toBe(262_144);
    expect(sizes.slice(0, -1).every((size) => size === 262_144)).toBe(true);
    expect(most).toBeLessThan(length / 2);
    const { lines } = await exportLog({ ...actor(), userId: home.members.admin }, { assessment: home.assessment });
    expect(lines).toContain(sha256);
  }, 60_000);

  test("C01 C04 is handed to members of its organization alone, under the assessment that it belongs to", async () => {
    const { item } = await addFile(actor(), { ...brought(), fileName: "a.png", path: await fileOf(PNG) });
    const other = await assessment("another");
    for (const [caller, of] of [
      [actor(away), home.assessment],
      [actor(away), away.assessment],
      [actor(), other],
      [{ ...actor(), organization: away.slug }, home.assessment],
    ] as const)
      await expect(readFile(caller, { assessment: of, item })).rejects.toMatchObject({ code: "not-found" });
  });

  test("whoever is removed from the organization in the middle of it gets no further chunk", async () => {
    const { item } = await addFile(actor(), {
      ...brought(),
      fileName: "a.pdf",
      path: await fileOf(Buffer.concat([PDF, Buffer.alloc(600_000, 1)])),
    });
    const reader = home.spare[0] ?? "";
    const file = await readFile({ userId: reader, organization: home.slug }, { assessment: home.assessment, item });
    const chunks = file.chunks();
    expect((await chunks.next()).value?.length).toBe(262_144);
    await owner.query("delete from memberships where user_id = $1", [reader]);
    await expect(chunks.next()).rejects.toMatchObject({ code: "not-found" });
  });

  test("that the database lost a part of does not look whole", async () => {
    const { item } = await addFile(actor(), {
      ...brought(),
      fileName: "a.pdf",
      path: await fileOf(Buffer.concat([PDF, Buffer.alloc(600_000, 1)])),
    });
    await owner.query("delete from evidence_chunks where item_id = $1 and number = 1", [item]);
    const read = async () => {
      const file = await readFile(actor(), { assessment: home.assessment, item });
      for await (const chunk of file.chunks()) expect(chunk.length).toBeGreaterThan(0);
    };
    await expect(read()).rejects.toThrow("missing");
  });
});

describe("an upload", () => {
  test("answers the item with its hash", async () => {
    const answer = await upload(PNG, "picture.png");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      done: { item: expect.any(String), sha256: createHash("sha256").update(PNG).digest("hex") },
    });
  });

  test.each<[string, () => BodyInit | null, string, number, RegExp]>([
    ["content that lies", () => "<html><script>alert(1)</script></html>", "a.png", 422, /not what its name says/],
    ["a credential", () => "password: hunter22", "a.txt", 422, /^Line 1 of a\.txt/],
    ["nothing", () => null, "a.txt", 422, /empty/],
    ["26 MiB", () => new Uint8Array(26 * 1_048_576).fill(97), "a.txt", 422, /larger than 25 MiB/],
  ])("of %s leaves nothing, neither in the database nor on disk", async (_, body, name, status, says) => {
    const stood = [await rows("evidence_items"), await rows("evidence_chunks"), await rows("assessment_log")];
    const answer = await upload(body(), name);
    expect(answer.status).toBe(status);
    expect((await answer.json()).error.title).toMatch(says);
    expect([await rows("evidence_items"), await rows("evidence_chunks"), await rows("assessment_log")]).toEqual(stood);
    expect(await spools()).toBe(0);
  });

  test("that breaks off leaves nothing", async () => {
    const stood = await rows("evidence_items");
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent++ < 20) controller.enqueue(new Uint8Array(65_536).fill(97));
        else controller.error(new Error("cut"));
      },
    });
    const answer = await upload(body, "a.txt");
    expect(answer.status).toBe(400);
    expect(await rows("evidence_items")).toBe(stood);
    expect(await spools()).toBe(0);
  });

  test("is refused before its body is read where it would not be taken", async () => {
    let asked = 0;
    const body = (): ReadableStream<Uint8Array> => {
      const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
        if (asked++ > 3) controller.close();
        else controller.enqueue(PNG);
      };
      return new ReadableStream({ pull }, { highWaterMark: 0 });
    };
    expect((await upload(body(), "a.png", { question: "nothing-q1" })).status).toBe(404);
    expect((await upload(body(), "a.png", {}, { "x-evidence": "%E0%A4%A" })).status).toBe(422);
    const leader = { userId: home.members.leader, organization: home.slug };
    const said = encodeURIComponent(JSON.stringify({ question: QUESTION }));
    const request = new Request("http://localhost/x", {
      method: "POST",
      body: body(),
      duplex: "half",
      headers: { "x-evidence": said },
    } as RequestInit);
    expect((await receiveFile(leader, home.assessment, request)).status).toBe(403);
    expect(
      (await receiveFile(null, home.assessment, new Request("http://localhost/x", { method: "POST" }))).status,
    ).toBe(401);
    expect(asked).toBe(0);
  });
});

describe("room", () => {
  test("E14 is refused where an assessment or an organization has no more, with how much is used", async () => {
    const full = await assessment("full");
    const fill = (of: Tenant, id: string, mib: number) =>
      owner.query(
        "insert into evidence_items (organization_id, assessment_id, question_id, kind, title, observed_on, valid_until, sha256, bytes, url, added_by, adder_name, added_at) values ($1, $2, 'other', 'link', 'x', '2026-11-02', '2026-12-02', $3, $4, 'https://x.example', $5, 'x', now())",
        [of.organizationId, id, "0".repeat(64), mib * 1_048_576, of.members.admin],
      );
    await fill(home, full, 499);
    const large = { fileName: "a.pdf", path: await fileOf(Buffer.concat([PDF, Buffer.alloc(2_000_000, 1)])) };
    await expect(addFile(actor(), { ...brought(full), ...large })).rejects.toMatchObject({
      code: "refused",
      message: "The evidence of this assessment would no longer fit.",
      detail: expect.stringContaining("499.0 MiB of 500.0 MiB are used, and this needs 2.0 MiB"),
    });
    await addLink(actor(), { ...brought(full), url: "https://wiki.example/page" });
    const before = await readEvidence(actor(away), { assessment: away.assessment });
    for (const [at, mib] of [2_000, 2_000, 500].entries()) await fill(home, await assessment(`filler ${at}`), mib);
    await expect(addFile(actor(), { ...brought(), ...large })).rejects.toMatchObject({
      message: "The evidence of this organization would no longer fit.",
    });
    // The other tenant's room is its own.
    expect((await readEvidence(actor(away), { assessment: away.assessment })).use).toEqual(before.use);
    await owner.query("delete from evidence_items where question_id = 'other'");
  });

  test("two who come at once do not get past it together", async () => {
    const tight = await assessment("tight");
    await owner.query(
      "insert into evidence_items (organization_id, assessment_id, question_id, kind, title, observed_on, valid_until, sha256, bytes, url, added_by, adder_name, added_at) values ($1, $2, 'other', 'link', 'x', '2026-11-02', '2026-12-02', $3, $4, 'https://x.example', $5, 'x', now())",
      [home.organizationId, tight, "0".repeat(64), 497 * 1_048_576, home.members.admin],
    );
    const large = { fileName: "a.pdf", path: await fileOf(Buffer.concat([PDF, Buffer.alloc(2_000_000, 1)])) };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 3 }, () => addFile(actor(), { ...brought(tight), ...large })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  });

  test("a question carries 50 pieces", async () => {
    const many = await assessment("many");
    for (let at = 0; at < 50; at++) await addLink(actor(), { ...brought(many), url: `https://wiki.example/${at}` });
    await expect(addLink(actor(), { ...brought(many), url: "https://wiki.example/50" })).rejects.toMatchObject({
      code: "refused",
    });
  });
});

describe("links and commands", () => {
  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "https://user:pass@wiki.example/",
    "wiki.example",
    "file:///etc/passwd",
  ])("F04 %s is no link", async (url) => {
    await expect(addLink(actor(), { ...brought(), url })).rejects.toMatchObject({ code: "invalid-input" });
  });

  test("a link with a token in it is refused", async () => {
    await expect(
      addLink(actor(), { ...brought(), url: "https://wiki.example/?token=abcdefghijklmn" }),
    ).rejects.toMatchObject({
      message: "Line 1 of the address looks like a password, token or key.",
    });
  });

  test("a command is kept as plain text with a hash that can be computed again, and handed out whole", async () => {
    const output = `\u001b[32mNAME\u001b[0m\r\n${"pod 1/1\n".repeat(60)}`;
    const { item, sha256 } = await addCommand(actor(), {
      ...brought(),
      title: "Pods",
      command: "kubectl get pods",
      output,
    });
    const file = await readFile(actor(), { assessment: home.assessment, item });
    const parts: Uint8Array[] = [];
    for await (const part of file.chunks()) parts.push(part);
    const text = Buffer.concat(parts).toString();
    expect(text).toBe(`$ kubectl get pods\nNAME\n${"pod 1/1\n".repeat(60)}`);
    expect(createHash("sha256").update(text).digest("hex")).toBe(sha256);
    expect(file).toMatchObject({ fileName: "Pods.txt", mediaType: "text/plain", bytes: Buffer.byteLength(text) });
    const line = (await readEvidence(actor(), { assessment: home.assessment })).items.find(({ id }) => id === item);
    expect([line?.lines, line?.output.split("\n").length]).toEqual([61, 40]);
  });

  test("D13 an output with a secret is refused by its line, and never stored", async () => {
    const output = "NAME  READY\nweb   1/1\nexport AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENG\n";
    await expect(addCommand(actor(), { ...brought(), command: "env", output })).rejects.toMatchObject({
      message: "Line 3 of the output looks like a password, token or key.",
      detail: expect.stringContaining("[redacted]"),
    });
    expect((await owner.query("select 1 from evidence_items where output like '%wJalr%'")).rowCount).toBe(0);
  });

  test.each([
    [{ observedOn: "2999-01-01", validUntil: "2999-02-01" }, "observedOn"],
    [{ observedOn: "2026-11-02", validUntil: "2026-11-01" }, "validUntil"],
    [{ observedOn: "2026-11-02", validUntil: "2036-11-01" }, "validUntil"],
  ])("days that do not fit are refused: %o", async (days, field) => {
    const link = { ...brought(), ...days, url: "https://wiki.example/" };
    await expect(addLink(actor(), link)).rejects.toMatchObject({
      code: "invalid-input",
      fields: { [field]: expect.any(String) },
    });
  });
});

describe("an item", () => {
  test("past its last day is shown as ended; withdrawn, it is kept with the reason and handed out no more", async () => {
    const of = await assessment("validity");
    const old = { ...brought(of), observedOn: "2026-01-01", validUntil: "2026-02-01" };
    const { item: ended } = await addLink(actor(), { ...old, url: "https://wiki.example/old" });
    const { item: taken } = await addFile(actor(), { ...brought(of), fileName: "a.png", path: await fileOf(PNG) });
    await withdrawEvidence(actor(), { assessment: of, item: taken, reason: "of another cluster" });
    await expect(readFile(actor(), { assessment: of, item: taken })).rejects.toMatchObject({ code: "refused" });
    await expect(withdrawEvidence(actor(), { assessment: of, item: taken, reason: "again" })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(withdrawEvidence(actor(), { assessment: of, item: ended, reason: "  " })).rejects.toMatchObject({
      code: "invalid-input",
    });
    const { items } = await readEvidence(actor(), { assessment: of });
    expect(Object.fromEntries(items.map(({ id, standing }) => [id, standing]))).toEqual({
      [ended]: "ended",
      [taken]: "withdrawn",
    });
    expect(items.find(({ id }) => id === taken)?.withdrawn).toMatchObject({
      by: "harbour architect",
      reason: "of another cluster",
    });
  });

  test("of a signed assessment cannot come, go or change, whoever asks", async () => {
    const signed = home.ready?.signed ?? "";
    const link = { ...brought(signed), url: "https://wiki.example/" };
    await expect(addLink(actor(), link)).rejects.toMatchObject({
      code: "refused",
      message: expect.stringContaining("signed"),
    });
    const client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    try {
      await client.query("select set_config('app.organization_id', $1, false)", [home.organizationId]);
      const insert = (id: string) =>
        client.query(
          "insert into evidence_items (organization_id, assessment_id, question_id, kind, title, observed_on, valid_until, sha256, bytes, url, added_by, adder_name, added_at) values ($1, $2, 'q', 'link', 'x', '2026-11-02', '2026-12-02', $3, 1, 'https://x.example', $4, 'x', now()) returning id",
          [home.organizationId, id, "0".repeat(64), home.members.admin],
        );
      await expect(insert(signed)).rejects.toThrow(/frozen/);
      // Of an open one: it comes, and is changed by a withdrawal alone.
      const { rows: added } = await insert(home.assessment);
      for (const change of ["title = 'other'", "sha256 = repeat('1', 64)", "valid_until = '2030-01-01'", "bytes = 0"])
        await expect(client.query(`update evidence_items set ${change} where id = $1`, [added[0].id])).rejects.toThrow(
          /permission denied/,
        );
      await expect(client.query("delete from evidence_items where id = $1", [added[0].id])).rejects.toThrow(
        /permission denied/,
      );
      await expect(client.query("update evidence_chunks set content = 'x'")).rejects.toThrow(/permission denied/);
      await expect(insert(away.assessment)).rejects.toThrow(/foreign key|violates/);
      const foreign = await client.query("select count(*)::int as n from evidence_items where organization_id = $1", [
        away.organizationId,
      ]);
      expect(foreign.rows[0].n).toBe(0);
    } finally {
      await client.end();
    }
  });
});
