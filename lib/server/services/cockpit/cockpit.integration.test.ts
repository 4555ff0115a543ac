import type { AddressInfo } from "node:net";
import pg from "pg";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { answerQuestion } from "../answers/answer-question.ts";
import { readQuestionnaire } from "../answers/read-questionnaire.ts";
import { createAssessment } from "../assessments/create-assessment.ts";
import { assignPart } from "../assignments/assign-part.ts";
import { BLIND_DIMENSION, participantsOf, runningRound } from "../blind/blind-rounds.fixture.ts";
import { foundTenant, type Tenant } from "../matrix.fixture.ts";
import { readReview } from "../workflow/read-review.ts";
import { reviewAnswer } from "../workflow/review-answer.ts";
import { submitAssessment } from "../workflow/submit-assessment.ts";
import { moveMilestone } from "./move-milestone.ts";
import { readCockpit } from "./read-cockpit.ts";
import { sendReminders } from "./send-reminders.ts";

let database: TestDatabase;
let home: Tenant;
let server: SMTPServer;
let received: { to: string[]; raw: string }[] = [];
let refuses = (_address: string) => false;
const actor = (role: keyof Tenant["members"] = "consultant") => ({
  userId: home.members[role],
  organization: home.slug,
});
const today = () => new Date().toISOString().slice(0, 10);
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _, done) =>
      done(refuses(address) ? Object.assign(new Error("no such box"), { responseCode: 550 }) : null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  process.env.MAIL_FROM = "Chartroom <chartroom@example.com>";
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
});
afterAll(async () => {
  vi.useRealTimers();
  await database?.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  delete process.env.SMTP_URL;
  delete process.env.MAIL_FROM;
});
beforeEach(() => {
  received = [];
  refuses = () => false;
});

const STARTED = "2026-11-02";
const NEXT_YEAR = "2027-11-01";
let number = 0;
async function assess(more: { dueOn?: string; startsOn?: string } = {}): Promise<string> {
  const { assessment } = await createAssessment(actor(), {
    name: `cockpit ${number++}`,
    startsOn: more.startsOn ?? today(),
    clusters: [home.cluster],
  });
  const assign = (target: string, member: string) =>
    assignPart(actor(), { assessment, part: "dimension", target, member, dueOn: more.dueOn ?? yesterday() });
  await assign("scalability", home.members.architect);
  await assign("ci-cd", home.members.admin);
  return assessment;
}
const refused = (doing: Promise<unknown>) =>
  doing.then(
    () => "stored",
    ({ message }) => message,
  );

test("who is late gets one mail that says what is open and where to answer it, and no second one that day", async () => {
  const assessment = await assess();
  const members = [home.members.architect, home.members.leader];
  const both = await Promise.all([
    sendReminders(actor(), { assessment, members }),
    sendReminders(actor("admin"), { assessment, members }),
  ]);
  expect(both.flatMap(({ sent }) => sent)).toEqual(["harbour architect"]);
  expect(both.flatMap(({ already }) => already)).toEqual(["harbour architect"]);
  const [mail, ...others] = received;
  expect(others).toEqual([]);
  expect(mail?.to).toEqual(["architect@home.example"]);
  const { from, to, subject, text, html, attachments, replyTo } = await new PostalMime().parse(mail?.raw ?? "");
  expect([from, to]).toMatchObject([
    { name: "Chartroom", address: "chartroom@example.com" },
    [{ address: "architect@home.example" }],
  ]);
  expect(subject).toMatch(/^\d+ answers late: cockpit \d+$/);
  expect(text).toContain(`http://localhost:3000/home/assessments/${assessment}/questionnaire?show=unanswered&of=me`);
  expect(html).toContain(
    `href="http://localhost:3000/home/assessments/${assessment}/questionnaire?show=unanswered&amp;of=me"`,
  );
  expect([attachments, replyTo?.[0]?.address]).toEqual([
    [],
    expect.stringMatching(/^(consultant|admin)@home.example$/),
  ]);
  const { reminders } = await readCockpit(actor("leader"), { assessment });
  expect(reminders).toMatchObject([{ memberName: "harbour architect", outcome: "sent" }]);
  expect((await sendReminders(actor(), { assessment, members })).sent).toEqual([]);
  expect(received).toHaveLength(1);
});

test("an address that is refused keeps no other from being reminded, is said, and can be tried again", async () => {
  const assessment = await assess();
  refuses = (address) => address.startsWith("architect");
  const members = [home.members.architect, home.members.admin];
  expect(await sendReminders(actor(), { assessment, members })).toEqual({
    sent: ["harbour admin"],
    failed: [{ name: "harbour architect", reason: "The mail server refused it (550)" }],
    already: [],
  });
  refuses = () => false;
  expect((await sendReminders(actor(), { assessment, members })).sent).toEqual(["harbour architect"]);
});

test("one that failed is told anew when it is tried again: by whom, and that it arrived", async () => {
  const assessment = await assess();
  refuses = () => true;
  const members = [home.members.architect];
  await sendReminders(actor(), { assessment, members });
  const failed = (await readCockpit(actor(), { assessment })).reminders;
  expect(failed).toMatchObject([{ outcome: "failed", by: "harbour consultant" }]);
  refuses = () => false;
  await sendReminders(actor("admin"), { assessment, members });
  const { reminders, letters } = await readCockpit(actor(), { assessment });
  expect(reminders).toMatchObject([{ outcome: "sent", reason: "", by: "harbour admin" }]);
  expect(letters.map(({ name }) => name)).toEqual(["harbour admin"]);
});

test("what is shown before is what arrives, and whoever only reads sees no letter", async () => {
  const assessment = await assess();
  const { letters } = await readCockpit(actor(), { assessment });
  expect(letters.map(({ name }) => name).toSorted()).toEqual(["harbour admin", "harbour architect"]);
  expect((await readCockpit(actor("leader"), { assessment })).letters).toEqual([]);
  await sendReminders(actor(), { assessment, members: letters.map(({ memberId }) => memberId) });
  for (const { memberId, subject, text } of letters) {
    const to = memberId === home.members.admin ? "admin@home.example" : "architect@home.example";
    const mail = await new PostalMime().parse(received.find((each) => each.to[0] === to)?.raw ?? "");
    expect([mail.subject, mail.text?.trim()]).toEqual([subject, text]);
  }
  expect((await readCockpit(actor(), { assessment })).letters).toEqual([]);
});

test("the log of the assessment tells whom a reminder went to, and of none that did not arrive", async () => {
  const assessment = await assess();
  refuses = (address) => address.startsWith("architect");
  await sendReminders(actor(), { assessment, members: [home.members.architect, home.members.admin] });
  await sendReminders(actor(), { assessment, members: [home.members.admin] });
  const { log } = await readReview(actor(), { assessment });
  expect(log.filter(({ kind }) => kind === "reminders.sent").map(({ says }) => says)).toEqual([
    "reminded harbour admin of late answers",
  ]);
});

test("a portal that stopped while it was sending says that nobody knows, and does not send a second one", async () => {
  const assessment = await assess();
  const members = [home.members.architect];
  refuses = () => true;
  await sendReminders(actor(), { assessment, members });
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const back = (minutes: number) =>
    client.query(
      "update sent_reminders set outcome = 'sending', reason = '', sent_at = now() - $2::interval where assessment_id = $1",
      [assessment, `${minutes} minutes`],
    );
  const last = async () => (await readCockpit(actor(), { assessment })).reminders[0];
  await back(1);
  expect(await last()).toMatchObject({ outcome: "sending" });
  await back(11);
  expect(await last()).toMatchObject({ outcome: "unclear", reason: "The portal stopped while it was being sent" });
  await client.end();
  refuses = () => false;
  expect(await sendReminders(actor(), { assessment, members })).toMatchObject({
    sent: [],
    already: ["harbour architect"],
  });
  expect(received).toEqual([]);
});

test("nobody who owes nothing is written to, nobody outside the organization, and not by whoever only reads", async () => {
  const assessment = await assess({ dueOn: "2999-01-01" });
  expect(await sendReminders(actor(), { assessment, members: [home.members.architect] })).toEqual({
    sent: [],
    failed: [],
    already: [],
  });
  expect(
    await refused(sendReminders(actor(), { assessment, members: ["00000000-0000-4000-8000-000000000000"] })),
  ).not.toBe("stored");
  expect(await refused(sendReminders(actor("architect"), { assessment, members: [home.members.admin] }))).not.toBe(
    "stored",
  );
  expect(received).toEqual([]);
});

test("a name with a line break adds no header", async () => {
  const assessment = await assess();
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query("update memberships set name = $1 where user_id = $2", [
    "Eve\r\nBcc: all@example.com",
    home.members.architect,
  ]);
  await sendReminders(actor(), { assessment, members: [home.members.architect] });
  const [mail] = received;
  expect(mail?.to).toEqual(["architect@home.example"]);
  expect(mail?.raw.split("\r\n\r\n")[0]).not.toMatch(/^Bcc:/im);
  await client.query("update memberships set name = 'harbour architect' where user_id = $1", [home.members.architect]);
  await client.end();
});

test("the calendar follows the data, and a milestone can be moved and put back", async () => {
  const assessment = await assess({ startsOn: STARTED });
  const of = async (id: string) => (await readCockpit(actor(), { assessment })).calendar.find((each) => each.id === id);
  expect(await of("snapshots")).toMatchObject({ on: "2026-11-03", standing: "done" });
  expect(await of("questionnaires")).toMatchObject({ on: "2026-11-09", standing: "late", moved: false });
  await moveMilestone(actor(), { assessment, milestone: "questionnaires", on: NEXT_YEAR });
  expect(await of("questionnaires")).toMatchObject({
    on: NEXT_YEAR,
    standing: "at-risk",
    moved: true,
    risk: { kind: "behind" },
  });
  expect(await refused(moveMilestone(actor(), { assessment, milestone: "read-out", on: "2999-01-01" }))).toContain(
    "more than a year away",
  );
  expect(await of("read-out")).toMatchObject({ on: "2026-11-13", moved: false });
  await moveMilestone(actor(), { assessment, milestone: "questionnaires", on: null });
  expect(await of("questionnaires")).toMatchObject({ on: "2026-11-09", moved: false });
});

test("contradictions are owed by whoever is responsible, else by who said so, and answers sent back as well", async () => {
  const assessment = await assess();
  const { questions } = await readQuestionnaire(actor(), { assessment });
  const answers = questions.filter(({ leftOut }) => !leftOut).map(({ question }) => question.id);
  for (const question of answers) {
    await answerQuestion(actor("architect"), {
      ...{ assessment, question, maturity: 4, notApplicable: false },
      ...{ comment: "", confidence: "low", version: 0 },
    });
  }
  const read = async () => {
    const { open, debts, blockers } = await readCockpit(actor(), { assessment });
    const of = (role: keyof Tenant["members"]) => debts.find(({ owner }) => owner?.id === home.members[role]);
    return { open, debts, blockers, of };
  };
  const answered = await read();
  expect(answered.of("architect")?.contradictions).toBeGreaterThan(0);
  const contradicted = answered.debts.reduce((all, { contradictions }) => all + contradictions, 0);
  expect(contradicted).toBe(answered.open.contradictions);
  // All were answered by the architect, one part of them is the admin's.
  const ofAdmin = answered.of("admin")?.contradictions ?? 0;
  expect((answered.of("architect")?.contradictions ?? 0) + ofAdmin).toBe(contradicted);
  expect(answered.debts.every(({ late }) => late === 0)).toBe(true);

  await submitAssessment(actor("architect"), { assessment });
  const { questions: lines } = await readReview(actor(), { assessment });
  const version = lines.find(({ id }) => id === answers[0])?.answer?.version ?? 0;
  const input = { assessment, question: answers[0] ?? "", version, verdict: "changes-requested" as const };
  await reviewAnswer(actor("consultant"), { ...input, reason: "say which clusters" });
  const sentBack = await read();
  expect(sentBack.debts.reduce((all, { changes }) => all + changes, 0)).toBe(1);
  expect(sentBack.blockers.map(({ kind }) => kind)).toContain("changes-requested");
});

test("an answer to another wording is open until somebody confirms it, here as in what blocks signing", async () => {
  const assessment = await assess();
  const { debts } = await readCockpit(actor(), { assessment });
  const question = debts.find(({ owner }) => owner?.id === home.members.architect)?.questions[0]?.id ?? "";
  await answerQuestion(actor("architect"), {
    ...{ assessment, question, maturity: 2, notApplicable: false },
    ...{ comment: "", confidence: "low", version: 0 },
  });
  const answered = await readCockpit(actor(), { assessment });
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query("update answers set asked = $2 where assessment_id = $1", [
    assessment,
    JSON.stringify({ catalogue: "0.0.0", asks: "Something else?", levels: ["0", "1", "2", "3", "4"] }),
  ]);
  await client.end();
  const reworded = await readCockpit(actor(), { assessment });
  expect(reworded.open.questions).toBe(answered.open.questions + 1);
  expect(reworded.blockers.find(({ kind }) => kind === "unanswered")?.says).toContain(
    `${reworded.open.questions} questions`,
  );
});

test("however long ago it began, the burn-down stays short, begins with everything and ends today", async () => {
  const assessment = await assess({ startsOn: "2019-01-07" });
  const { burnDown, open, today: now } = await readCockpit(actor(), { assessment });
  expect(burnDown.length).toBeLessThanOrEqual(93);
  expect(burnDown[0]).toMatchObject({ day: null, questions: open.questions });
  expect(burnDown.at(-1)).toMatchObject({ day: now, ...open });
});

test("the burn-down ends with what is open now, and answers take from it and from who owes", async () => {
  const assessment = await assess();
  const before = await readCockpit(actor(), { assessment });
  const debt = before.debts.find(({ owner }) => owner?.id === home.members.architect);
  const question = debt?.questions[0]?.id ?? "";
  await answerQuestion(actor("architect"), {
    ...{ assessment, question, maturity: 2, notApplicable: false },
    ...{ comment: "", confidence: "low", version: 0 },
  });
  const after = await readCockpit(actor(), { assessment });
  expect(after.open.questions).toBe(before.open.questions - 1);
  const at = after.burnDown.find(({ day }) => day === after.today);
  expect(at).toMatchObject(after.open);
  const { questions } = await readQuestionnaire(actor(), { assessment });
  expect(after.open.questions).toBe(questions.filter(({ answer, leftOut }) => !answer && !leftOut).length);
  expect(after.blockers.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["unanswered", "unreviewed"]));
});

test("what is answered alone is owed by those who take part, each their own, and by nobody else", async () => {
  const { assessment } = await runningRound(home, "owed alone");
  const [one = "", other = ""] = participantsOf(home);
  const scale = { assessment, part: "dimension" as const, target: BLIND_DIMENSION, dueOn: yesterday() };
  await assignPart(actor(), { ...scale, member: home.members.architect });
  const { questions } = await readQuestionnaire({ userId: one, organization: home.slug }, { assessment });
  const alone = questions.filter(({ blind }) => blind).map(({ question }) => question.id);
  await answerQuestion(
    { userId: one, organization: home.slug },
    {
      ...{ assessment, question: alone[0] ?? "", maturity: 2, notApplicable: false },
      ...{ comment: "", confidence: "low", version: 0 },
    },
  );
  const { debts } = await readCockpit(actor(), { assessment });
  const owed = (id: string) => debts.find(({ owner }) => owner?.id === id);
  expect(owed(one)?.alone).toBe(alone.length - 1);
  expect(owed(other)?.alone).toBe(alone.length);
  const named = debts.flatMap((debt) => debt.questions.map(({ id }) => id));
  expect(named.filter((id) => alone.includes(id))).toEqual([]);
});
