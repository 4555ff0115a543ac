import { readFile, writeFile } from "node:fs/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { readFindings } from "../findings/read-findings.ts";
import { readScorecard } from "../initiatives/read-scorecard.ts";
import { foundTenant, IN_A_MONTH, type Tenant, withSnapshot } from "../matrix.fixture.ts";
import { createAssessment } from "./create-assessment.ts";
import { loadStanding } from "./load-standing.ts";
import { readCharts } from "./read-charts.ts";
import { readLeaderPage } from "./read-leader-page.ts";
import { type SecondProcess, startSecondProcess } from "./second-process.fixture.ts";

vi.mock("./load-standing.ts", async (original) => {
  const room = await original<typeof import("./load-standing.ts")>();
  return { ...room, loadStanding: vi.fn(room.loadStanding) };
});
const computed = vi.mocked(loadStanding);

let database: TestDatabase;
let owner: pg.Client;
let home: Tenant;
let away: Tenant;
let assessment: string;
let second: SecondProcess;
const as = (role: "leader" | "architect" | "consultant" | "admin", tenant = home) => ({
  userId: tenant.members[role],
  organization: tenant.slug,
});
type Page = NonNullable<Awaited<ReturnType<typeof readLeaderPage>>>;
const page = async (tenant = home) => (await readLeaderPage(as("leader", tenant), {})) as Page;
const pageOfSecond = async () =>
  (await second.call("assessments/read-leader-page.ts", "readLeaderPage", as("leader"), {})) as Page;

/** What of the page follows from a standing, and the same computed anew, which nothing keeps. */
const said = ({ headline, card, initiatives, waiting }: Page) => ({
  headline,
  overall: card.overall.assured,
  initiatives: initiatives.map(({ id, risk, effort, findings }) => [id, risk, effort.days, findings]),
  uncharted: waiting.uncharted,
});
async function truth() {
  const { card, headline } = await readCharts(as("leader"), { assessment });
  const { initiatives } = await readScorecard(as("leader"), { assessment });
  const { findings } = await readFindings(as("leader"), { assessment });
  const uncharted = new Set(findings.filter(({ maturity }) => maturity === null).map(({ control }) => control)).size;
  return {
    headline,
    overall: card.overall.assured,
    initiatives: initiatives.map(({ id, risk, effort, findings: of }) => [id, risk, effort.days, of]),
    uncharted,
  };
}

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  home = await foundTenant("home", "harbour");
  away = await foundTenant("away", "zanzibar");
  ({ assessment } = await createAssessment(as("consultant"), {
    ...{ name: "Newest", startsOn: "2026-12-01", clusters: [home.cluster] },
  }));
  second = startSecondProcess();
});
beforeEach(() => {
  computed.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await second?.end();
  await owner?.end();
  await database?.close();
});

test("who looks again is asked for nothing anew, and a member of another tenant sees that one's own", async () => {
  const first = await page();
  expect(first.assessment.name).toBe("Newest");
  computed.mockClear();
  expect(said(await page())).toEqual(said(first));
  expect(computed).not.toHaveBeenCalled();
  expect(JSON.stringify(await page(away))).not.toContain("harbour");
  await expect(readLeaderPage({ ...as("leader", away), organization: home.slug }, {})).rejects.toMatchObject({
    code: "not-found",
  });
});

const question = CATALOG.questions[0]?.id ?? "";
const answer = { question, notApplicable: false, comment: "", confidence: "high" as const };
const settings = { probedKinds: ["Deployment"], allowedRegistries: ["registry.example"], mostRequestedPercent: 85 };

/** What people do, and whether this or the second process does it. */
const CHANGES: [what: string, change: () => Promise<unknown>][] = [
  [
    "a new answer",
    () =>
      second.call("answers/answer-question.ts", "answerQuestion", as("architect"), {
        ...{ assessment, ...answer, maturity: 4, version: 0 },
      }),
  ],
  [
    "a changed answer",
    () =>
      second.call("answers/answer-question.ts", "answerQuestion", as("architect"), {
        ...{ assessment, ...answer, maturity: 1, version: 1 },
      }),
  ],
  [
    "an accepted exception",
    () =>
      second.call("exceptions/accept-exception.ts", "acceptException", as("leader"), {
        ...{ cluster: home.cluster, check: "privileged-container", kind: "", namespace: "", name: "" },
        ...{ owner: home.members.architect, reason: "replaced in January", endsOn: IN_A_MONTH },
      }),
  ],
  [
    "an ended exception",
    async () => {
      const { exceptions } = (await second.call("exceptions/read-exceptions.ts", "readExceptions", as("leader"), {
        cluster: home.cluster,
      })) as { exceptions: { id: string; check: string }[] };
      const exception = exceptions.find(({ check }) => check === "privileged-container")?.id;
      await second.call("exceptions/end-exception.ts", "endException", as("leader"), {
        ...{ cluster: home.cluster, exception },
      });
    },
  ],
  [
    "other thresholds and the scan by them",
    async () => {
      await second.call("clusters/change-scan-settings.ts", "changeScanSettings", as("architect"), {
        ...{ cluster: home.cluster, minReplicas: 3, ...settings },
      });
      await second.call("scans/scan-again.ts", "scanAgain", as("architect"), { cluster: home.cluster });
    },
  ],
  [
    "a new snapshot",
    () =>
      withSnapshot("quay", async (path) => {
        // The pod is replaced, as its owner promised.
        await writeFile(path, (await readFile(path, "utf8")).replace('"privileged":true', '"privileged":false'));
        await second.call("snapshots/upload-snapshot.ts", "uploadSnapshot", as("architect"), {
          ...{ cluster: home.cluster, fileName: "next.json", path },
        });
      }),
  ],
  [
    "the cluster's criticality",
    () =>
      second.call("clusters/change-cluster.ts", "changeCluster", as("architect"), {
        ...{ cluster: home.cluster, name: "harbour", distribution: "eks", criticality: 1, dataSensitivity: 1 },
      }),
  ],
  [
    "a person's own risk",
    async () =>
      second.call("findings/override-value.ts", "overrideValue", as("leader"), {
        ...{ assessment, of: "risk", subject: `${home.cluster}:no-host-namespaces`, value: 25, reason: "seen" },
      }),
  ],
  [
    "that risk taken back",
    async () =>
      second.call("findings/override-value.ts", "overrideValue", as("leader"), {
        ...{ assessment, of: "risk", subject: `${home.cluster}:no-host-namespaces`, value: null, reason: "" },
      }),
  ],
  [
    "the organization's age of scans",
    () => owner.query("update organizations set scan_max_age_days = 0 where slug = 'home'"),
  ],
];

test.each(CHANGES)("after %s, by a second process, both show the new standing at once", async (_, change) => {
  const [before] = [await page(), await pageOfSecond()];
  await change();
  const shown = await page();
  expect(said(shown)).toEqual(await truth());
  expect(said(await pageOfSecond())).toEqual(said(shown));
  expect(shown).not.toEqual({ ...before, at: shown.at });
});

test("after what this process stores, the second one shows it at once", async () => {
  await owner.query("update organizations set scan_max_age_days = 30 where slug = 'home'");
  const before = [await page(), await pageOfSecond()].map(said);
  const { changeCluster } = await import("../clusters/change-cluster.ts");
  await changeCluster(as("architect"), {
    ...{ cluster: home.cluster, name: "harbour", distribution: "eks" as const, criticality: 5, dataSensitivity: 5 },
  });
  const after = said(await pageOfSecond());
  expect(after).toEqual(await truth());
  expect(before).not.toContainEqual(after);
});

test("a step of the roadmap is shown at once, and with it who is on plan", async () => {
  const before = await page(away);
  const { stepInitiative } = await import("../initiatives/step-initiative.ts");
  await stepInitiative(as("architect", away), {
    ...{ assessment: away.assessment, initiative: away.initiative, step: "claim" as const },
  });
  const after = await page(away);
  expect([before.waiting.claimed, after.waiting.claimed]).toEqual([0, 1]);
  expect(after.onPlan?.riskClaimed).toBeGreaterThan(0);
});

test("time alone changes it too: a scan grows stale, and an exception ends with its day", async () => {
  const now = Date.now();
  const { acceptException } = await import("../exceptions/accept-exception.ts");
  await acceptException(as("leader"), {
    ...{ cluster: home.cluster, check: "host-network", kind: "", namespace: "", name: "" },
    ...{ owner: home.members.architect, reason: "for today", endsOn: new Date(now).toISOString().slice(0, 10) },
  });
  const today = said(await page());
  vi.useFakeTimers({ toFake: ["Date"], now: now + 86_400_000 });
  const tomorrow = said(await page());
  expect(tomorrow).toEqual(await truth());
  expect(tomorrow.initiatives).not.toEqual(today.initiatives);
  vi.setSystemTime(now + 40 * 86_400_000);
  const later = said(await page());
  expect(later).toEqual(await truth());
  expect(later.overall).not.toEqual(tomorrow.overall);
});
