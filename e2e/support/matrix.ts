import { DEMO_CAPACITY } from "#fixtures/demo/platform.ts";
import { type Permission, ROLES } from "#lib/access/permissions.ts";
import { CATALOG } from "#lib/catalog/catalog.ts";
import type { Tenant } from "#lib/server/services/matrix.fixture.ts";
import type { Argument } from "./server-actions.ts";

/** Who may do what at every address of the build. An address without a row fails the matrix, and so does a row without one. */
export type Address = {
  path: (tenant: Tenant) => string;
  /** public: everybody; person: whoever is signed in; a permission: members whose role has it. */
  may: "public" | "person" | Permission;
};

const at = (rest: string) => (tenant: Tenant) => `/${tenant.slug}${rest}`;
const ofAssessment = (rest: string) => (tenant: Tenant) => `/${tenant.slug}/assessments/${tenant.assessment}${rest}`;

import { OWN_WORK } from "#lib/server/services/initiatives/own-work.fixture.ts";

const wish = { notBefore: null, doneBy: "2027-10-30", reason: "the audit" };
const share = {
  ...{ name: "The board", profile: "figures" },
  endsOn: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
};

export const PAGES: Record<string, Address> = {
  "/(portal)/[organization]/assessments/[assessment]/plan/what-if/page": {
    path: ofAssessment("/plan/what-if"),
    may: "assessments.read",
  },
  "/(portal)/[organization]/assessments/[assessment]/plan/board/page": {
    path: ofAssessment("/plan/board"),
    may: "assessments.read",
  },
  "/(portal)/[organization]/my-work/page": { path: at("/my-work"), may: "assessments.read" },
  "/(public)/share/[token]/page": { path: (tenant) => `/share/${tenant.share.token}`, may: "public" },
  "/(portal)/[organization]/branding/page": { path: at("/branding"), may: "organization.read" },
  "/page": { path: () => "/", may: "person" },
  "/(public)/sign-in/page": { path: () => "/sign-in", may: "public" },
  "/(portal)/account/page": { path: () => "/account", may: "person" },
  "/(portal)/[organization]/page": { path: at(""), may: "assessments.read" },
  "/(portal)/[organization]/clusters/page": { path: at("/clusters"), may: "clusters.read" },
  "/(portal)/[organization]/clusters/new/page": { path: at("/clusters/new"), may: "clusters.write" },
  "/(portal)/[organization]/clusters/[cluster]/page": {
    path: (tenant) => `/${tenant.slug}/clusters/${tenant.cluster}`,
    may: "clusters.read",
  },
  "/(portal)/[organization]/clusters/[cluster]/scans/[scan]/page": {
    path: (tenant) => `/${tenant.slug}/clusters/${tenant.cluster}/scans/${tenant.scan}`,
    may: "clusters.read",
  },
  "/(portal)/[organization]/clusters/[cluster]/exceptions/page": {
    path: (tenant) => `/${tenant.slug}/clusters/${tenant.cluster}/exceptions`,
    may: "clusters.read",
  },
  "/(portal)/[organization]/assessments/page": { path: at("/assessments"), may: "assessments.read" },
  "/(portal)/[organization]/assessments/new/page": { path: at("/assessments/new"), may: "assessments.write" },
  "/(portal)/[organization]/assessments/[assessment]/page": { path: ofAssessment(""), may: "assessments.read" },
  "/(portal)/[organization]/assessments/[assessment]/questionnaire/page": {
    path: ofAssessment("/questionnaire"),
    may: "assessments.read",
  },
  "/(portal)/[organization]/assessments/[assessment]/map/page": { path: ofAssessment("/map"), may: "assessments.read" },
  "/(portal)/[organization]/assessments/[assessment]/findings/page": {
    path: ofAssessment("/findings"),
    may: "assessments.read",
  },
  "/(portal)/[organization]/assessments/[assessment]/findings/[finding]/page": {
    path: (tenant) => ofAssessment(`/findings/${encodeURIComponent(tenant.finding)}`)(tenant),
    may: "assessments.read",
  },
  "/(portal)/[organization]/assessments/[assessment]/deliverables/page": {
    path: ofAssessment("/deliverables"),
    may: "report.export",
  },
  "/(portal)/[organization]/assessments/[assessment]/assignments/page": {
    path: ofAssessment("/assignments"),
    may: "assessments.read",
  },
  "/(portal)/[organization]/assessments/[assessment]/cockpit/page": {
    path: ofAssessment("/cockpit"),
    may: "assessments.read",
  },
  "/(portal)/[organization]/assessments/[assessment]/contradictions/page": {
    path: ofAssessment("/contradictions"),
    may: "assessments.read",
  },
  "/(portal)/[organization]/assessments/[assessment]/workshop/page": {
    path: ofAssessment("/workshop"),
    may: "assessments.read",
  },
  "/(portal)/[organization]/assessments/[assessment]/scorecard/page": {
    path: ofAssessment("/scorecard"),
    may: "assessments.read",
  },
  "/(portal)/[organization]/assessments/[assessment]/plan/page": {
    path: ofAssessment("/plan"),
    may: "assessments.read",
  },
  "/(portal)/[organization]/assessments/[assessment]/exchange/page": {
    path: ofAssessment("/exchange"),
    may: "assessments.read",
  },
  "/(portal)/[organization]/assessments/[assessment]/review/page": {
    path: ofAssessment("/review"),
    may: "assessments.read",
  },
  "/(portal)/[organization]/mentions/page": { path: at("/mentions"), may: "assessments.read" },
  "/(portal)/[organization]/members/page": { path: at("/members"), may: "members.read" },
  "/(portal)/[organization]/questions/page": { path: at("/questions"), may: "assessments.read" },
  "/(portal)/[organization]/checks/page": { path: at("/checks"), may: "clusters.read" },
  "/(portal)/[organization]/checks/[check]/page": { path: at("/checks/privileged-container"), may: "clusters.read" },
};

/** Pages of the framework, which have no address of their own. */
export const INTERNAL_PAGES = ["/_global-error/page", "/_not-found/page"];

export type Handler = Address & { method: "GET" | "POST"; body?: string; headers?: Record<string, string> };

/** The question that tenants discuss; said anew, because the fixture may be loaded by the server alone. */
const DISCUSSED = CATALOG.questions.at(-1)?.id ?? "";
const brought = {
  question: CATALOG.questions.at(-1)?.id,
  ...{ title: "seen", observedOn: "2026-11-02", validUntil: "2027-02-01" },
};

export const HANDLERS: Record<string, Handler> = {
  "/api/auth/[...nextauth]/route": { method: "GET", path: () => "/api/auth/csrf", may: "public" },
  "/api/health/route": { method: "GET", path: () => "/api/health", may: "public" },
  "/api/ready/route": { method: "GET", path: () => "/api/ready", may: "public" },
  "/(portal)/[organization]/branding/logo/route": {
    method: "GET",
    path: at("/branding/logo"),
    may: "organization.read",
  },
  "/(public)/share/[token]/badge.svg/route": {
    method: "GET",
    path: (tenant) => `/share/${tenant.share.token}/badge.svg`,
    may: "public",
  },
  "/api/live/[organization]/[assessment]/route": {
    method: "GET",
    path: (tenant) => `/api/live/${tenant.slug}/${tenant.assessment}?since=1`,
    may: "assessments.read",
  },
  "/api/live/[organization]/[assessment]/here/route": {
    method: "POST",
    body: '{"tab":"7d3c1a52-6f0e-4c8b-9a54-2f1b60d8e3aa","question":null}',
    path: (tenant) => `/api/live/${tenant.slug}/${tenant.assessment}/here`,
    may: "assessments.read",
  },
  "/icon.svg/route": { method: "GET", path: () => "/icon.svg", may: "public" },
  "/(portal)/[organization]/assessments/[assessment]/questionnaire/fresh/route": {
    method: "GET",
    path: ofAssessment("/questionnaire/fresh"),
    may: "assessments.read",
  },
  "/api/plans/[organization]/[assessment]/why/route": {
    method: "GET",
    path: (tenant) =>
      `/api/plans/${tenant.slug}/${tenant.assessment}/why?initiative=${encodeURIComponent(tenant.initiative)}`,
    may: "assessments.read",
  },
  "/api/plans/[organization]/runs/[run]/route": {
    method: "GET",
    path: (tenant) => `/api/plans/${tenant.slug}/runs/7d3c1a52-6f0e-4c8b-9a54-2f1b60d8e3aa`,
    may: "roadmap.plan",
  },
  "/api/plans/[organization]/runs/[run]/cancel/route": {
    method: "POST",
    path: (tenant) => `/api/plans/${tenant.slug}/runs/7d3c1a52-6f0e-4c8b-9a54-2f1b60d8e3aa/cancel`,
    may: "roadmap.plan",
  },
  "/api/plans/[organization]/[assessment]/try/route": {
    method: "POST",
    body: JSON.stringify({ capacity: DEMO_CAPACITY }),
    path: (tenant) => `/api/plans/${tenant.slug}/${tenant.assessment}/try`,
    may: "roadmap.plan",
  },
  "/(portal)/[organization]/assessments/[assessment]/roadmap.pdf/route": {
    method: "GET",
    path: ofAssessment("/roadmap.pdf"),
    may: "report.export",
  },
  "/(portal)/[organization]/assessments/[assessment]/deliverables/[format]/route": {
    method: "GET",
    path: ofAssessment("/deliverables/workbook"),
    may: "report.export",
  },
  "/(portal)/[organization]/questions/[format]/route": {
    method: "GET",
    path: at("/questions/yaml"),
    may: "assessments.read",
  },
  "/(portal)/[organization]/assessments/[assessment]/derivation.json/route": {
    method: "GET",
    path: ofAssessment("/derivation.json"),
    may: "assessments.read",
  },
  "/(portal)/[organization]/assessments/[assessment]/review/log.jsonl/route": {
    method: "GET",
    path: ofAssessment("/review/log.jsonl"),
    may: "report.export",
  },
  "/(portal)/[organization]/assessments/[assessment]/review/signed.json/route": {
    method: "GET",
    path: (tenant) => `/${tenant.slug}/assessments/${tenant.ready?.signed ?? tenant.assessment}/review/signed.json`,
    may: "report.export",
  },
  "/(portal)/[organization]/assessments/[assessment]/evidence/files/route": {
    method: "POST",
    body: "{}",
    headers: {
      "x-file-name": "seen.json",
      "x-evidence": encodeURIComponent(JSON.stringify(brought)),
    },
    path: ofAssessment("/evidence/files"),
    may: "answers.write",
  },
  "/(portal)/[organization]/assessments/[assessment]/evidence/files/[item]/route": {
    method: "GET",
    path: (tenant) => ofAssessment(`/evidence/files/${tenant.evidence}`)(tenant),
    may: "assessments.read",
  },
  "/(portal)/[organization]/assessments/[assessment]/exchange/[format]/route": {
    method: "GET",
    path: ofAssessment("/exchange/xlsx"),
    may: "report.export",
  },
  "/(portal)/[organization]/assessments/[assessment]/exchange/compare/route": {
    method: "POST",
    body: '{"format":"chartroom-answers/1","answers":[]}',
    path: ofAssessment("/exchange/compare"),
    may: "answers.write",
  },
  // A body that is no snapshot: who may upload is told so, and nothing is stored.
  "/(portal)/[organization]/clusters/[cluster]/snapshots/route": {
    method: "POST",
    body: "{}",
    path: (tenant) => `/${tenant.slug}/clusters/${tenant.cluster}/snapshots`,
    may: "snapshots.upload",
  },
};

const printed = { command: "kubectl get ns", output: "default" };
/** A piece of evidence for each call that withdraws one. */
const BROUGHT = (["leader", "architect", "consultant", "admin"] as const).map(
  (role) => (tenant: Tenant) => tenant.brought?.[role] ?? tenant.evidence,
);

export type ActionRow = {
  /** A page that carries the action. */
  at: (tenant: Tenant) => string;
  args: (tenant: Tenant, number: number) => Argument[];
  /** The same with an id of another tenant within the own organization; none: the action takes no ids. */
  mismatched: (own: Tenant, other: Tenant, number: number) => Argument[][];
  may: "person" | Permission;
  /** What those who may are told, where it is not success. */
  code?: string;
};

const cluster = (number: number) => ({
  fields: { name: `cluster-${number}`, distribution: "eks", criticality: "3", dataSensitivity: "3" },
});
const answer = {
  question: "api-endpoint-allow-list-q1",
  maturity: 2,
  notApplicable: false,
  comment: "",
  confidence: "low",
  version: 0,
};
const review = { question: CATALOG.questions.at(-1)?.id, version: 1, verdict: "accepted", reason: "" };
const decision = { fields: { kind: "keep-claim", reason: "a known false alarm" } };
const lineOf = (tenant: Tenant) => ({ cluster: tenant.cluster, control: "no-host-namespaces", seen: 0 });
/** A digest of nothing. */
const SEEN = "0".repeat(64);
/** Questions that nobody else answers for the proving ground. */
const QUESTIONS = ["api-endpoint-not-public-q1", "nodes-without-public-address-q1", "api-endpoint-allow-list-q1"];
/** The same for those that come in a file. */
const IMPORTED = ["entrances-known-q1", "egress-is-listed-q1", "kubelet-closed-q1", "etcd-mutual-tls-q1"];
const plan = { startsOn: "2026-11-02", capacity: DEMO_CAPACITY };
const IN_A_MONTH = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const thresholds = {
  fields: { minReplicas: "3", probedKinds: "Deployment", allowedRegistries: "", mostRequestedPercent: "80" },
};
const exception = (owner: string) => ({
  fields: { check: "host-network", kind: "", namespace: "", name: "", owner, reason: "for now", endsOn: IN_A_MONTH },
});
const override = (subject: string) => ({ fields: { of: "risk", subject, value: "5", reason: "as discussed" } });

const alone = (...architects: string[]) => ({ fields: { architects, dimensions: ["scalability"] } });
const roundOf = ({ blind, assessment }: Tenant): [string, string] => [
  blind?.ended.assessment ?? assessment,
  blind?.ended.round ?? assessment,
];

export const ACTIONS: Record<string, ActionRow> = {
  changePasswordAction: {
    at: () => "/account",
    args: () => [{ fields: { current: "not this one", next: "another-password-here" } }],
    mismatched: () => [],
    may: "person",
    code: "refused",
  },
  revokeSessionAction: {
    at: () => "/account",
    args: () => ["00000000-0000-4000-8000-000000000000"],
    mismatched: (_, other) => [[other.sessions.admin]],
    may: "person",
    code: "not-found",
  },
  createClusterAction: {
    at: at("/clusters/new"),
    args: ({ slug }, number) => [slug, cluster(number)],
    mismatched: () => [],
    may: "clusters.write",
  },
  changeClusterAction: {
    at: (tenant) => `/${tenant.slug}/clusters/${tenant.cluster}`,
    args: (tenant) => [
      tenant.slug,
      tenant.cluster,
      { fields: { name: `${tenant.secret}-cluster`, distribution: "eks", criticality: "5", dataSensitivity: "5" } },
    ],
    mismatched: (own, other, number) => [[own.slug, other.cluster, cluster(number)]],
    may: "clusters.write",
  },
  createAssessmentAction: {
    at: at("/assessments/new"),
    args: (tenant, number) => [
      tenant.slug,
      { fields: { name: `assessment ${number}`, startsOn: "2025-11-02", clusters: [tenant.cluster] } },
    ],
    mismatched: (own, other, number) => [
      [own.slug, { fields: { name: `foreign ${number}`, startsOn: "2025-11-02", clusters: [other.cluster] } }],
      [
        own.slug,
        { fields: { name: `mixed ${number}`, startsOn: "2025-11-02", clusters: [own.cluster, other.cluster] } },
      ],
      [
        own.slug,
        {
          fields: {
            ...{ name: `carried ${number}`, startsOn: "2025-11-02", clusters: [own.cluster] },
            carryFrom: other.assessment,
          },
        },
      ],
    ],
    may: "assessments.write",
  },
  saveAnswerAction: {
    at: ofAssessment("/questionnaire"),
    args: (tenant, number) => [
      tenant.slug,
      tenant.assessment,
      { ...answer, question: QUESTIONS[number % QUESTIONS.length] },
    ],
    mismatched: (own, other) => [[own.slug, other.assessment, answer]],
    may: "answers.write",
  },
  confirmAnswersAction: {
    at: ofAssessment("/questionnaire"),
    args: (tenant) => [tenant.slug, tenant.assessment, [DISCUSSED]],
    mismatched: (own, other) => [[own.slug, other.assessment, [DISCUSSED]]],
    may: "answers.write",
  },
  importAnswersAction: {
    at: ofAssessment("/exchange"),
    args: (tenant, number) => [
      tenant.slug,
      tenant.assessment,
      {
        fileName: "answers.xlsx",
        sha256: "0".repeat(64),
        answers: [{ ...answer, question: IMPORTED[number % IMPORTED.length] }],
      },
    ],
    mismatched: (own, other) => [
      [own.slug, other.assessment, { fileName: "answers.xlsx", sha256: "0".repeat(64), answers: [answer] }],
    ],
    may: "answers.write",
  },
  assignPartAction: {
    at: ofAssessment("/assignments"),
    args: (tenant) => [tenant.slug, tenant.assessment, "dimension", "security", tenant.members.architect, null],
    mismatched: (own, other) => [
      [own.slug, other.assessment, "dimension", "security", own.members.architect, null],
      [own.slug, own.assessment, "dimension", "security", other.members.architect, null],
    ],
    may: "assessments.write",
  },
  // The proving ground has no contradiction here: who may decide is told that there is nothing to decide about.
  settleContradictionAction: {
    at: ofAssessment("/contradictions"),
    args: (tenant) => [tenant.slug, tenant.assessment, lineOf(tenant), decision],
    mismatched: (own, other) => [
      [own.slug, other.assessment, lineOf(own), decision],
      [own.slug, own.assessment, lineOf(other), decision],
    ],
    may: "answers.write",
    code: "not-found",
  },
  reopenContradictionAction: {
    at: ofAssessment("/contradictions"),
    args: (tenant) => [tenant.slug, tenant.assessment, lineOf(tenant), decision],
    mismatched: (own, other) => [
      [own.slug, other.assessment, lineOf(own), decision],
      [own.slug, own.assessment, lineOf(other), decision],
    ],
    may: "answers.write",
    code: "not-found",
  },
  moveMilestoneAction: {
    at: ofAssessment("/cockpit"),
    args: (tenant) => [tenant.slug, tenant.assessment, "review", IN_A_MONTH],
    mismatched: (own, other) => [[own.slug, other.assessment, "review", IN_A_MONTH]],
    may: "cockpit.write",
  },
  sendRemindersAction: {
    at: ofAssessment("/cockpit"),
    args: (tenant) => [tenant.slug, tenant.assessment, [tenant.members.architect]],
    mismatched: (own, other) => [
      [own.slug, other.assessment, [own.members.architect]],
      [own.slug, own.assessment, [other.members.architect]],
    ],
    may: "cockpit.write",
  },
  // A file without a question: who may import is told so.
  importOwnQuestionsAction: {
    at: at("/questions"),
    args: ({ slug }) => [slug, { fields: {}, files: { file: { fileName: "own.json", text: "{}" } } }],
    mismatched: () => [],
    may: "assessments.write",
    code: "invalid-input",
  },
  acceptProposalsAction: {
    at: ofAssessment("/questionnaire"),
    args: (tenant) => [tenant.slug, tenant.assessment, ["containers-run-as-non-root-q1"]],
    mismatched: (own, other) => [[own.slug, other.assessment, ["containers-run-as-non-root-q1"]]],
    may: "answers.write",
  },
  changeScanSettingsAction: {
    at: (tenant) => `/${tenant.slug}/clusters/${tenant.cluster}`,
    args: (tenant) => [tenant.slug, tenant.cluster, thresholds],
    mismatched: (own, other) => [[own.slug, other.cluster, thresholds]],
    may: "clusters.write",
  },
  acceptExceptionAction: {
    at: (tenant) => `/${tenant.slug}/clusters/${tenant.cluster}/exceptions`,
    args: (tenant) => [tenant.slug, tenant.cluster, exception(tenant.members.leader)],
    mismatched: (own, other) => [
      [own.slug, other.cluster, exception(own.members.leader)],
      [own.slug, own.cluster, exception(other.members.leader)],
    ],
    may: "exceptions.write",
  },
  endExceptionAction: {
    at: (tenant) => `/${tenant.slug}/clusters/${tenant.cluster}/exceptions`,
    args: (tenant) => [tenant.slug, tenant.cluster, tenant.exception],
    mismatched: (own, other) => [
      [own.slug, other.cluster, other.exception],
      [own.slug, own.cluster, other.exception],
    ],
    may: "exceptions.write",
  },
  overrideAction: {
    at: ofAssessment("/scorecard"),
    args: (tenant) => [tenant.slug, tenant.assessment, override(tenant.finding)],
    mismatched: (own, other) => [
      [own.slug, other.assessment, override(other.finding)],
      [own.slug, own.assessment, override(other.finding)],
    ],
    may: "risk.override",
  },
  planYearAction: {
    at: ofAssessment("/plan"),
    args: (tenant) => [tenant.slug, tenant.assessment, plan],
    mismatched: (own, other) => [[own.slug, other.assessment, plan]],
    may: "roadmap.plan",
  },
  approveRoadmapAction: {
    at: ofAssessment("/plan"),
    args: (tenant) => [tenant.slug, tenant.assessment, 999_999, { fields: { days: "10000" } }],
    mismatched: (own, other) => [[own.slug, other.assessment, 1, { fields: { days: "10000" } }]],
    may: "roadmap.approve",
    code: "conflict",
  },
  takeOverAction: {
    at: ofAssessment("/plan/what-if"),
    args: (tenant) => [tenant.slug, tenant.assessment, plan],
    mismatched: (own, other) => [[own.slug, other.assessment, plan]],
    may: "roadmap.plan",
  },
  setBrandingAction: {
    at: at("/branding"),
    args: (tenant) => [tenant.slug, { fields: { name: "Northlight", accent: "#0b5394" } }],
    mismatched: () => [],
    may: "branding.write",
  },
  setWishAction: {
    at: ofAssessment("/plan"),
    args: (tenant) => [tenant.slug, tenant.assessment, { remedy: tenant.wishes.leader, ...wish }],
    mismatched: (own, other) => [[own.slug, other.assessment, { remedy: other.wishes.leader, ...wish }]],
    may: "roadmap.plan",
  },
  removeWishAction: {
    at: ofAssessment("/plan"),
    args: (tenant, number) => [tenant.slug, tenant.assessment, Object.values(tenant.wishes)[number % ROLES.length]],
    mismatched: (own, other) => [[own.slug, other.assessment, other.wishes.leader]],
    may: "roadmap.plan",
  },
  createShareAction: {
    at: ofAssessment("/deliverables"),
    args: (tenant) => [tenant.slug, tenant.assessment, { fields: share }],
    mismatched: (own, other) => [[own.slug, other.assessment, { fields: share }]],
    may: "report.share",
  },
  revokeShareAction: {
    at: ofAssessment("/deliverables"),
    args: (tenant, number) => [tenant.slug, tenant.assessment, Object.values(tenant.shares)[number % ROLES.length]],
    mismatched: (own, other) => [
      [own.slug, other.assessment, other.share.id],
      [own.slug, own.assessment, other.share.id],
    ],
    may: "report.share",
  },
  saveOwnAction: {
    at: ofAssessment("/scorecard"),
    args: (tenant) => [tenant.slug, tenant.assessment, OWN_WORK],
    mismatched: (own, other) => [
      [own.slug, other.assessment, OWN_WORK],
      [own.slug, own.assessment, { ...OWN_WORK, initiative: other.ownWork.admin }],
    ],
    may: "roadmap.plan",
  },
  removeOwnAction: {
    at: ofAssessment("/scorecard"),
    args: (tenant, number) => [tenant.slug, tenant.assessment, Object.values(tenant.ownWork)[number % ROLES.length]],
    mismatched: (own, other) => [
      [own.slug, other.assessment, other.ownWork.leader],
      [own.slug, own.assessment, other.ownWork.leader],
    ],
    may: "roadmap.plan",
  },
  stepInitiativeAction: {
    at: ofAssessment("/plan"),
    args: (tenant) => [tenant.slug, tenant.assessment, tenant.initiative, "start"],
    mismatched: (own, other) => [[own.slug, other.assessment, other.initiative, "claim"]],
    may: "initiatives.claim",
  },
  assignOwnerAction: {
    at: ofAssessment("/plan"),
    args: (tenant) => [tenant.slug, tenant.assessment, tenant.initiative, tenant.members.leader],
    mismatched: (own, other) => [
      [own.slug, other.assessment, other.initiative, null],
      [own.slug, own.assessment, own.initiative, other.members.architect],
    ],
    may: "initiatives.claim",
  },
  readEvidenceAction: {
    at: ofAssessment("/questionnaire"),
    args: (tenant) => [tenant.slug, tenant.assessment],
    mismatched: (own, other) => [[own.slug, other.assessment]],
    may: "assessments.read",
  },
  addLinkAction: {
    at: ofAssessment("/questionnaire"),
    args: (tenant) => [tenant.slug, tenant.assessment, { ...brought, url: "https://wiki.example/page" }],
    mismatched: (own, other) => [[own.slug, other.assessment, { ...brought, url: "https://wiki.example/page" }]],
    may: "answers.write",
  },
  addCommandAction: {
    at: ofAssessment("/questionnaire"),
    args: (tenant) => [tenant.slug, tenant.assessment, { ...brought, ...printed }],
    mismatched: (own, other) => [[own.slug, other.assessment, { ...brought, ...printed }]],
    may: "answers.write",
  },
  withdrawEvidenceAction: {
    at: ofAssessment("/questionnaire"),
    args: (tenant, number) => [tenant.slug, tenant.assessment, BROUGHT[number % 4]?.(tenant), "of another cluster"],
    mismatched: (own, other) => [
      [own.slug, other.assessment, other.evidence, "of another cluster"],
      [own.slug, own.assessment, other.evidence, "of another cluster"],
    ],
    may: "answers.write",
  },
  readThreadAction: {
    at: ofAssessment("/questionnaire"),
    args: (tenant) => [tenant.slug, tenant.assessment, DISCUSSED],
    mismatched: (own, other) => [[own.slug, other.assessment, DISCUSSED]],
    may: "assessments.read",
  },
  addCommentAction: {
    at: ofAssessment("/questionnaire"),
    args: (tenant) => [tenant.slug, tenant.assessment, DISCUSSED, `what does @[${tenant.members.leader}] say`],
    mismatched: (own, other) => [
      [own.slug, other.assessment, DISCUSSED, "hello"],
      [own.slug, own.assessment, DISCUSSED, `hello @[${other.members.architect}]`],
    ],
    may: "threads.write",
  },
  resolveThreadAction: {
    at: ofAssessment("/questionnaire"),
    args: (tenant) => [tenant.slug, tenant.assessment, DISCUSSED, true],
    mismatched: (own, other) => [[own.slug, other.assessment, DISCUSSED, true]],
    may: "threads.write",
  },
  withdrawCommentAction: {
    at: ofAssessment("/questionnaire"),
    args: (tenant) => [tenant.slug, tenant.assessment, DISCUSSED, 5],
    mismatched: (own, other) => [[own.slug, other.assessment, DISCUSSED, 5]],
    may: "threads.write",
    // The fifth comment is a spare member's.
    code: "refused",
  },
  markMentionsReadAction: {
    at: ofAssessment("/questionnaire"),
    args: (tenant) => [tenant.slug, tenant.assessment, DISCUSSED],
    mismatched: (own, other) => [[own.slug, other.assessment, DISCUSSED]],
    may: "assessments.read",
  },
  startRoundAction: {
    at: ofAssessment("/workshop"),
    args: (tenant) => [
      tenant.slug,
      tenant.ready?.signed ?? tenant.assessment,
      alone(tenant.members.architect, tenant.members.admin),
    ],
    mismatched: (own, other) => [
      [own.slug, other.assessment, alone(own.members.architect, own.members.admin)],
      [own.slug, own.assessment, alone(own.members.architect, other.members.admin)],
    ],
    may: "blind.manage",
    // What is signed is frozen.
    code: "refused",
  },
  endRoundAction: {
    at: ofAssessment("/workshop"),
    args: (tenant) => [tenant.slug, ...roundOf(tenant)],
    mismatched: (own, other) => [
      [own.slug, ...roundOf(other)],
      [own.slug, other.assessment, roundOf(own)[1]],
    ],
    may: "blind.manage",
    // It has ended before.
    code: "conflict",
  },
  adoptAgreedAction: {
    at: ofAssessment("/workshop"),
    args: (tenant) => [tenant.slug, ...roundOf(tenant)],
    mismatched: (own, other) => [
      [own.slug, ...roundOf(other)],
      [own.slug, other.assessment, roundOf(own)[1]],
    ],
    may: "answers.write",
  },
  planMinutesAction: {
    at: ofAssessment("/workshop"),
    args: (tenant) => [tenant.slug, ...roundOf(tenant), tenant.blind?.ended.differing ?? DISCUSSED, 25],
    mismatched: (own, other) => [[own.slug, ...roundOf(other), DISCUSSED, 25]],
    may: "answers.write",
  },
  submitAssessmentAction: {
    at: ofAssessment("/review"),
    args: (tenant) => [tenant.slug, tenant.assessment],
    mismatched: (own, other) => [[own.slug, other.assessment]],
    may: "answers.write",
    // Most of its questions have no answer.
    code: "refused",
  },
  requestChangesAction: {
    at: ofAssessment("/review"),
    args: (tenant) => [tenant.slug, tenant.assessment, "the scope is missing"],
    mismatched: (own, other) => [[own.slug, other.assessment, "the scope is missing"]],
    may: "answers.review",
    // A draft is not sent back.
    code: "conflict",
  },
  acceptAssessmentAction: {
    at: ofAssessment("/review"),
    args: (tenant) => [tenant.slug, tenant.assessment],
    mismatched: (own, other) => [[own.slug, other.assessment]],
    may: "answers.review",
    code: "conflict",
  },
  signAssessmentAction: {
    at: ofAssessment("/review"),
    args: (tenant) => [tenant.slug, tenant.assessment, SEEN],
    mismatched: (own, other) => [[own.slug, other.assessment, SEEN]],
    may: "assessments.sign",
    code: "conflict",
  },
  reviewAnswerAction: {
    at: ofAssessment("/review"),
    args: (tenant) => [tenant.slug, tenant.ready?.draft ?? tenant.assessment, review],
    mismatched: (own, other) => [[own.slug, other.assessment, review]],
    may: "answers.review",
  },
  leaveOpenAction: {
    at: ofAssessment("/review"),
    args: (tenant) => [tenant.slug, tenant.ready?.draft ?? tenant.assessment, answer.question, "not in this round"],
    mismatched: (own, other) => [[own.slug, other.assessment, answer.question, "not in this round"]],
    may: "answers.write",
  },
  changeRoleAction: {
    at: at("/members"),
    args: (tenant) => [tenant.slug, tenant.spare[20], "consultant"],
    mismatched: (own, other) => [[own.slug, other.members.architect, "admin"]],
    may: "members.write",
  },
  removeMemberAction: {
    at: at("/members"),
    args: (tenant) => [tenant.slug, tenant.spare[21]],
    mismatched: (own, other) => [[own.slug, other.members.architect]],
    may: "members.write",
  },
};
