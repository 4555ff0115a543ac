import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { ABOUT_A_TOOL } from "#lib/catalog/conditions.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { createAssessment } from "../assessments/create-assessment.ts";
import { assignPart } from "../assignments/assign-part.ts";
import { createCluster } from "../clusters/create-cluster.ts";
import { readFindings } from "../findings/read-findings.ts";
import { foundTenant, type Tenant, withSnapshot } from "../matrix.fixture.ts";
import { uploadSnapshot } from "../snapshots/upload-snapshot.ts";
import { readReview } from "../workflow/read-review.ts";
import { answerQuestion } from "./answer-question.ts";
import { readQuestionnaire } from "./read-questionnaire.ts";

let database: TestDatabase;
let home: Tenant;
const actor = (role: keyof Tenant["members"] = "admin") => ({ userId: home.members[role], organization: home.slug });

beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
});
afterAll(() => database?.close());

const object = (apiVersion: string, kind: string, name: string, more: object = {}) => ({
  ...{ apiVersion, kind },
  metadata: { name, ...(kind === "Pod" || kind === "Service" ? { namespace: "shop" } : {}) },
  ...more,
});
/** A dump of a whole cluster that has no volumes, no ingress and nothing that scales. */
const WHOLE = [
  object("v1", "Node", "n1", { spec: {}, status: {} }),
  object("v1", "Pod", "web", { spec: { hostNetwork: true, containers: [{ name: "web", image: "web:1" }] } }),
  object("v1", "Service", "web", { spec: { selector: { app: "web" }, ports: [{ port: 80 }] } }),
  object("rbac.authorization.k8s.io/v1", "ClusterRole", "view", { rules: [] }),
  object("storage.k8s.io/v1", "StorageClass", "standard", { provisioner: "example.com/disk" }),
];

async function assess(name: string, distribution: "eks" | "kubeadm", items: object[]): Promise<string> {
  const { cluster } = await createCluster(actor(), { name, distribution, criticality: 3, dataSensitivity: 3 });
  await withSnapshot(home.secret, async (path) => {
    await writeFile(path, JSON.stringify({ apiVersion: "v1", kind: "List", items }));
    await uploadSnapshot(actor(), { cluster, fileName: "dump.json", path });
  });
  const { assessment } = await createAssessment(actor(), { name, startsOn: "2026-11-02", clusters: [cluster] });
  return assessment;
}

const questionOf = (control: string) => CATALOG.questions.find((each) => each.control === control)?.id ?? "";
const item = async (assessment: string, control: string) =>
  (await readQuestionnaire(actor(), { assessment })).questions.find(({ control: { id } }) => id === control);
const uncharted = async (assessment: string, control: string) =>
  (await readFindings(actor(), { assessment })).findings.some((finding) => finding.control === control);

test("what does not concern the clusters is not asked, is no gap, and keeps nobody from submitting", async () => {
  const assessment = await assess("no-volumes", "kubeadm", WHOLE);
  expect((await item(assessment, "claims-are-bound"))?.leftOut).toMatch(/^Not asked of no-volumes: it has no volumes/);
  expect((await item(assessment, "etcd-mutual-tls"))?.leftOut).toBeNull();
  expect(await uncharted(assessment, "claims-are-bound")).toBe(false);
  expect(await uncharted(assessment, "etcd-mutual-tls")).toBe(true);
  const view = await readQuestionnaire(actor(), { assessment });
  const seen = view.questions.filter(
    ({ leftOut, proposal, control }) =>
      leftOut !== null && proposal?.sights.some(({ fail }) => fail > 0) && !ABOUT_A_TOOL.has(control.id),
  );
  // No volumes, so that no backup tool is missing.
  expect((await item(assessment, "stateful-namespaces-backed-up"))?.leftOut).toContain("it has no volumes");
  const { findings } = await readFindings(actor(), { assessment });
  expect(findings.map(({ control }) => control)).not.toContain("stateful-namespaces-backed-up");
  expect(seen.map(({ control }) => control.id)).toEqual([]);
  const { questions } = await readReview(actor(), { assessment });
  expect(questions.some(({ id }) => id === questionOf("claims-are-bound"))).toBe(false);
  expect(questions.some(({ id }) => id === questionOf("etcd-mutual-tls"))).toBe(true);
});

test("a managed control plane skips what the provider owns, and a volume brings its questions back", async () => {
  const claim = object("v1", "PersistentVolumeClaim", "data", { spec: { accessModes: ["ReadWriteOnce"] } });
  const assessment = await assess("managed", "eks", [...WHOLE, claim]);
  expect((await item(assessment, "etcd-mutual-tls"))?.leftOut).toBe(
    "Not asked of managed: EKS runs its control plane.",
  );
  expect((await item(assessment, "claims-are-bound"))?.leftOut).toBeNull();
});

test("a question that somebody answers all the same is asked, counts, and keeps its answer", async () => {
  const assessment = await assess("answered", "kubeadm", WHOLE);
  const question = questionOf("claims-are-bound");
  await answerQuestion(actor(), {
    ...{ assessment, question, maturity: 0, notApplicable: false },
    ...{ comment: "next month", confidence: "high", version: 0 },
  });
  expect(await item(assessment, "claims-are-bound")).toMatchObject({ leftOut: null, answer: { maturity: 0 } });
  expect(
    (await readFindings(actor(), { assessment })).findings.find(({ control }) => control === "claims-are-bound"),
  ).toMatchObject({
    maturity: 0,
  });
});

test("each question says who answers it, what was seen by which tool and where, and what closing it takes", async () => {
  const assessment = await assess("told", "kubeadm", WHOLE);
  const { architect } = home.members;
  await assignPart(actor(), {
    assessment,
    part: "dimension",
    target: "security",
    member: architect,
    dueOn: "2026-12-04",
  });
  const { people } = await readQuestionnaire(actor("architect"), { assessment });
  expect(people.find(({ self }) => self)?.id).toBe(architect);
  const asked = await item(assessment, "no-host-namespaces");
  expect(asked?.owner).toEqual({ id: architect, name: "harbour architect", dueOn: "2026-12-04" });
  expect(asked?.proposal?.tools).toEqual([{ name: "Chartroom", version: CATALOG.version }]);
  const sight = asked?.proposal?.sights.find(({ check }) => check === "host-network");
  expect(sight).toMatchObject({ fail: 1, namespaces: [{ namespace: "shop", fail: 1 }] });
  expect(asked?.remedy?.effort).toMatch(/ days/);
});
