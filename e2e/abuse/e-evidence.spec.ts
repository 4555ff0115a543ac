import { connect } from "node:net";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { EXE, HTML, officeFile, PDF, PNG, SVG } from "#lib/server/collect/evidence-files.fixture.ts";
import { expect, test } from "../support/abuse-test.ts";
import { digestOf, rows } from "../support/database.ts";
import { groundCookie } from "../support/sign-in-once.ts";
import { foreignTenant, provingGround } from "../support/test.ts";
import { type Answer, ask, exchange, ORIGIN, PORT, post } from "../support/wire.ts";

const QUESTION = CATALOG.questions.at(-2)?.id ?? "";
const DAYS = { observedOn: "2026-11-02", validUntil: "2027-02-01" };
const files = () => `/${provingGround().slug}/assessments/${provingGround().assessment}/evidence/files`;
const saidOf = (title: string) => encodeURIComponent(JSON.stringify({ question: QUESTION, title, ...DAYS }));

async function upload(body: Buffer | string, fileName: string, said = saidOf("seen")): Promise<Answer> {
  const headers = { "x-file-name": encodeURIComponent(fileName), "x-evidence": said };
  return post({ path: files(), body, cookie: await groundCookie("consultant"), headers });
}
/** What is kept of the question that nobody else brings evidence for. */
const keptRows = async () => {
  const [row] = await rows<{ items: number; chunks: number }>(
    "select count(distinct i.id)::int as items, count(c.number)::int as chunks from evidence_items i left join evidence_chunks c on c.item_id = i.id where i.question_id = $1",
    [QUESTION],
  );
  return row ?? { items: 0, chunks: 0 };
};
const kept = async (answer: Answer) =>
  ask({ path: `${files()}/${JSON.parse(answer.body).done?.item}`, cookie: await groundCookie("leader") });

test.describe("E11 what lies about itself is refused, and nothing of it is kept", () => {
  for (const [name, bytes] of [
    ["page.png", HTML],
    ["drawing.png", SVG],
    ["drawing.svg", SVG],
    ["page.html", HTML],
    ["program.pdf", EXE],
    ["program.pdf.exe", EXE],
    ["picture.txt", PNG],
    ["macros.docx", officeFile("macros")],
    ["key.txt", "-----BEGIN RSA PRIVATE KEY-----\n"],
    ["nothing.txt", ""],
  ] as const)
    test(name, async () => {
      const stood = await keptRows();
      const answer = await upload(Buffer.from(bytes), name);
      expect(answer.status).toBe(422);
      const { error } = JSON.parse(answer.body);
      expect(error.title.length).toBeGreaterThan(10);
      expect(error.detail).toContain("Nothing was stored");
      expect(answer.body).not.toMatch(/node_modules|at async|chartroom-evidence/);
      expect(await keptRows()).toEqual(stood);
    });
});

test("E01 E11 names are shown, never used, and cannot break out of a header", async () => {
  const stood = await digestOf(foreignTenant());
  for (const name of [
    "../../../etc/passwd.pdf",
    "C:\\windows\\x.pdf",
    "a\u0000b.pdf",
    "fdp.\u202egnp.pdf",
    "a".repeat(3_000),
    `${"a".repeat(3_000)}.pdf`,
    "<img src=x onerror=alert(1)>.pdf",
    "x\r\nSet-Cookie: a=b.pdf",
    'x"; filename="y.html.pdf',
    "__proto__.pdf",
  ]) {
    const answer = await upload(PDF, name);
    expect([200, 422]).toContain(answer.status);
    if (answer.status !== 200) continue;
    const { headers, status } = await kept(answer);
    expect(status).toBe(200);
    expect(headers["content-disposition"]).toMatch(
      /^attachment; filename="[^"\\/<>\r\n]{1,140}\.pdf"; filename\*=UTF-8''[^"\s/]+$/,
    );
    expect(headers["set-cookie"]).toBeUndefined();
    expect(headers).toMatchObject({
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "content-type": "application/pdf",
      "cache-control": "private, no-store",
    });
  }
  expect(await digestOf(foreignTenant())).toEqual(stood);
});

test("what is said of a file is read as strictly as a form", async () => {
  const stood = await keptRows();
  for (const said of [
    "",
    "null",
    "[]",
    "%E0%A4%A",
    "{",
    encodeURIComponent('{"question":{"not":null}}'),
    saidOf(""),
    saidOf("a\u0007b"),
    saidOf("x".repeat(300)),
  ])
    expect([404, 422]).toContain((await upload(PNG, "a.png", said)).status);
  expect(await keptRows()).toEqual(stood);
});

test("E08 more than 25 MiB is refused, whether its length is told or not", async () => {
  const stood = await keptRows();
  expect(await exchange(await requestHead("Content-Length: 26214401"))).toMatch(/^HTTP\/1\.1 413/);
  const head = await requestHead("Transfer-Encoding: chunked");
  const part = `100000\r\n${"a".repeat(1_048_576)}\r\n`;
  expect(await exchange(`${head}${part.repeat(27)}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4\d\d|^$/);
  expect(await keptRows()).toEqual(stood);
});

test("E09 an upload that breaks off leaves nothing, and the next one goes through", async () => {
  const stood = await keptRows();
  for (const sent of [0, 1_000, 900_000]) {
    const head = await requestHead("Content-Length: 1000000");
    await new Promise<void>((done) => {
      const socket = connect(PORT, "127.0.0.1");
      socket.on("error", () => undefined);
      socket.on("close", () => done());
      socket.write(head + "a".repeat(sent), () => socket.destroy());
    });
  }
  expect((await upload(PNG, "after.png")).status).toBe(200);
  expect((await keptRows()).items - stood.items).toBe(1);
});

test("C13 evidence of another tenant, and of nobody, is not there", async () => {
  const [ground, foreign] = [provingGround(), foreignTenant()];
  const at = (slug: string, assessment: string, item: string) =>
    `/${slug}/assessments/${assessment}/evidence/files/${item}`;
  const cookie = await groundCookie("admin");
  const missing = await ask({
    path: at(ground.slug, ground.assessment, "00000000-0000-4000-8000-000000000000"),
    cookie,
  });
  expect(missing.status).toBe(404);
  for (const path of [
    at(ground.slug, ground.assessment, foreign.evidence),
    at(ground.slug, foreign.assessment, foreign.evidence),
    at(foreign.slug, foreign.assessment, foreign.evidence),
  ]) {
    const answer = await ask({ path, cookie });
    expect([answer.status, answer.body]).toEqual([404, missing.body]);
  }
  expect((await ask({ path: at(ground.slug, ground.assessment, ground.evidence) })).status).toBe(401);
  for (const item of ["..%2f..%2fsecret", "1", "null", "%00", ground.evidence.toUpperCase().replaceAll("-", "")])
    expect((await ask({ path: at(ground.slug, ground.assessment, item), cookie })).status).toBeGreaterThanOrEqual(400);
});

async function requestHead(length: string): Promise<string> {
  return [
    `POST ${files()} HTTP/1.1`,
    `Host: localhost:${PORT}`,
    `Origin: ${ORIGIN}`,
    `Cookie: ${await groundCookie("consultant")}`,
    "X-File-Name: a.txt",
    `X-Evidence: ${saidOf("seen")}`,
    length,
    "\r\n",
  ].join("\r\n");
}
