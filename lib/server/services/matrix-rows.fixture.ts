import { ROLES, type Role } from "#lib/access/permissions.ts";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { OWN_EXAMPLE } from "#lib/catalog/own/example.ts";
import { EXCHANGE_FORMATS, REPORT_FORMATS } from "#lib/contracts/inputs.ts";
import { pngOf } from "#lib/server/branding/logo.fixture.ts";
import { BLIND_DIMENSION, participantsOf } from "./blind/blind-rounds.fixture.ts";
import { CONTESTED } from "./contradictions/contested-assessments.fixture.ts";
import { OWN_WORK } from "./initiatives/own-work.fixture.ts";
import { CAPACITY, DISCUSSED, IN_A_MONTH, PASSWORD, type Tenant } from "./matrix.fixture.ts";
import { ANSWERED } from "./workflow/ready-assessments.fixture.ts";

/** Who calls: a member of `home`, with a number of their own and a file to upload. */
export type Call = { home: Tenant; away: Tenant; role: Role; number: number; path: string };
/** What a verb is called with when all ids are the caller's own, and when some are another tenant's. */
export type Row = { own: (call: Call) => object; foreign: (call: Call) => object[] };

const none = () => [];
const fields = { distribution: "eks" as const, criticality: 3, dataSensitivity: 3 };
const answer = { maturity: 2 as const, notApplicable: false, comment: "", confidence: "low" as const, version: 0 };
const query = { page: 1, severity: null, outcome: null, layer: null, check: null, text: "" };
const thresholds = { minReplicas: 3, probedKinds: ["Deployment"], allowedRegistries: [], mostRequestedPercent: 80 };
const part = { part: "concern", target: "rbac-authorization", dueOn: IN_A_MONTH };
const exception = { check: "host-network", kind: "", namespace: "", name: "", reason: "for now", endsOn: IN_A_MONTH };
const ofAssessment: Row = {
  own: ({ home }) => ({ assessment: home.assessment }),
  foreign: ({ away }) => [{ assessment: away.assessment }],
};
const share = { name: "The board", profile: "figures", endsOn: IN_A_MONTH };
const wish = { notBefore: "2027-02-01", doneBy: null, reason: "after the audit" };
const approval = { version: 1, days: 10_000, rate: null, note: "", accepted: [] };
const review = { question: ANSWERED, version: 1, verdict: "changes-requested" as const, reason: "say which" };
/** Of an assessment that waits for this step, a fresh one for each role. */
const readyTo = (step: "submit" | "return" | "accept", more: object = {}): Row => ({
  own: ({ home, role }) => ({ assessment: home.ready?.[step][role] ?? home.assessment, ...more }),
  foreign: ({ away }) => [{ assessment: away.assessment, ...more }],
});
/** Of a contradiction that waits for this, a fresh one for each role. */
const contradiction = (stands: "open" | "settled", more: object): Row => {
  const of = (tenant: Tenant, role: Role) => ({
    assessment: tenant.contested?.[stands][role] ?? tenant.assessment,
    cluster: tenant.contested?.cluster ?? tenant.cluster,
    control: CONTESTED.control,
    seen: stands === "open" ? 0 : 1,
    ...more,
  });
  return {
    own: ({ home, role }) => of(home, role),
    foreign: ({ home, away, role }) => [
      of(away, role),
      { ...of(home, role), assessment: away.assessment },
      { ...of(home, role), cluster: away.cluster },
    ],
  };
};
const discussed = ({ assessment }: Tenant) => ({ assessment, question: DISCUSSED });
const ofThread = (more: object = {}): Row => ({
  own: ({ home }) => ({ ...discussed(home), ...more }),
  foreign: ({ away }) => [{ ...discussed(away), ...more }],
});
const endedRound = ({ blind, assessment }: Tenant) => ({
  assessment: blind?.ended.assessment ?? assessment,
  round: blind?.ended.round ?? assessment,
});
const ofRound = (): Row => ({
  own: ({ home }) => endedRound(home),
  foreign: ({ home, away }) => [endedRound(away), { ...endedRound(home), assessment: away.assessment }],
});
/** Of a browser. */
const TAB = "7d3c1a52-6f0e-4c8b-9a54-2f1b60d8e3aa";
const ofNothing: Row = { own: () => ({}), foreign: none };
const HALF = Math.floor(CATALOG.questions.length / 2);
const questionAt = (number: number) => CATALOG.questions[number % HALF]?.id ?? "";
/** Of the other half, so that no verb before has answered what an import answers first. */
const importedAt = (number: number) => CATALOG.questions[HALF + (number % (HALF - 1))]?.id ?? "";

const document = {
  fileName: "answers.json",
  content: new TextEncoder().encode('{"format":"chartroom-answers/1","answers":[]}'),
};
const imported = ({ assessment }: Tenant, question: string, version = 0) => ({
  ...{ assessment, fileName: "answers.xlsx", sha256: "0".repeat(64) },
  answers: [{ ...answer, question, version }],
});

/** One row a verb. A verb without a row fails the matrix, and so does a row without a verb. */
const OBSERVED = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const brought = { title: "seen", observedOn: OBSERVED, validUntil: IN_A_MONTH };
/** Evidence of any question of the catalogue. */
const addition = (more: object | ((call: Call) => object)): Row => {
  const rest = (call: Call) => ({
    ...brought,
    question: questionAt(call.number),
    ...(more instanceof Function ? more(call) : more),
  });
  return {
    own: (call) => ({ assessment: call.home.assessment, ...rest(call) }),
    foreign: (call) => [{ assessment: call.away.assessment, ...rest(call) }],
  };
};

export const ROWS: Record<string, Row> = {
  "account.change-password": {
    own: ({ number }) => ({ current: PASSWORD, next: `another-password-${number}` }),
    foreign: none,
  },
  "account.read-account": ofNothing,
  "account.revoke-session": {
    own: ({ home, role }) => ({ session: home.sessions[role] }),
    foreign: ({ away, role }) => [{ session: away.sessions[role] }],
  },
  "answers.accept-proposals": {
    own: ({ home, number }) => ({ assessment: home.assessment, questions: [questionAt(number)] }),
    foreign: ({ away }) => [
      { assessment: away.assessment, questions: CATALOG.questions.slice(0, 400).map(({ id }) => id) },
    ],
  },
  "answers.answer-question": {
    own: ({ home, number }) => ({ assessment: home.assessment, question: questionAt(number), ...answer }),
    foreign: ({ away, number }) => [
      { assessment: away.assessment, question: questionAt(number), ...answer },
      { assessment: away.assessment, question: CATALOG.questions.at(-1)?.id, ...answer, version: 1 },
    ],
  },
  "answers.read-questionnaire": ofAssessment,
  "attachments.add-command": addition({ command: "kubectl get ns", output: "default" }),
  "attachments.add-file": addition(({ path }) => ({ fileName: "snapshot.json", path })),
  "attachments.add-link": addition({ url: "https://wiki.example/page" }),
  "attachments.expect-file": {
    own: ({ home }) => ({ assessment: home.assessment, question: questionAt(0) }),
    foreign: ({ away }) => [{ assessment: away.assessment, question: questionAt(0) }],
  },
  "attachments.read-evidence": ofAssessment,
  "attachments.read-file": {
    own: ({ home }) => ({ assessment: home.assessment, item: home.evidence }),
    foreign: ({ home, away }) => [
      { assessment: away.assessment, item: away.evidence },
      { assessment: home.assessment, item: away.evidence },
      { assessment: away.assessment, item: home.evidence },
    ],
  },
  "attachments.withdraw-evidence": {
    own: ({ home, role }) => ({
      assessment: home.assessment,
      item: home.brought?.[role] ?? home.evidence,
      reason: "old",
    }),
    foreign: ({ home, away }) => [
      { assessment: away.assessment, item: away.evidence, reason: "old" },
      { assessment: home.assessment, item: away.evidence, reason: "old" },
    ],
  },
  "assignments.assign-part": {
    own: ({ home }) => ({ ...part, assessment: home.assessment, member: home.members.architect }),
    foreign: ({ home, away }) => [
      { ...part, assessment: away.assessment, member: home.members.architect },
      { ...part, assessment: away.assessment, member: away.members.architect },
      { ...part, assessment: home.assessment, member: away.members.architect },
    ],
  },
  "assignments.read-assignments": ofAssessment,
  "approvals.approve-roadmap": {
    own: ({ home, role }) => ({
      assessment: (role === "leader" || role === "admin" ? home.planned?.[role] : undefined) ?? home.assessment,
      ...approval,
    }),
    foreign: ({ away }) => [{ assessment: away.assessment, ...approval }],
  },
  "approvals.read-approvals": ofAssessment,
  "assessments.create-assessment": {
    own: ({ home, number }) => ({ name: `assessment ${number}`, startsOn: "2026-11-02", clusters: [home.cluster] }),
    foreign: ({ home, away, number }) => [
      { name: `foreign ${number}`, startsOn: "2026-11-02", clusters: [away.cluster] },
      { name: `mixed ${number}`, startsOn: "2026-11-02", clusters: [home.cluster, away.cluster] },
      {
        ...{ name: `carried ${number}`, startsOn: "2026-11-02", clusters: [home.cluster] },
        carryFrom: away.assessment,
      },
    ],
  },
  "assessments.list-assessments": ofNothing,
  "assessments.read-charts": ofAssessment,
  "assessments.read-derivation": ofAssessment,
  "assessments.read-leader-page": ofNothing,
  "blind.adopt-agreed": ofRound(),
  "blind.end-round": {
    own: ({ home, role }) => home.blind?.open[role] ?? endedRound(home),
    foreign: ({ home, away }) => [endedRound(away), { ...endedRound(home), assessment: away.assessment }],
  },
  "blind.plan-minutes": {
    own: ({ home }) => ({ ...endedRound(home), question: home.blind?.ended.differing ?? DISCUSSED, minutes: 25 }),
    foreign: ({ away }) => [{ ...endedRound(away), question: "x", minutes: 25 }],
  },
  "blind.read-workshop": ofAssessment,
  "blind.start-round": {
    own: ({ home, role }) => ({
      assessment: home.blind?.start[role] ?? home.assessment,
      ...{ dimensions: [BLIND_DIMENSION], architects: participantsOf(home) },
    }),
    foreign: ({ home, away }) => [
      { assessment: away.assessment, dimensions: [BLIND_DIMENSION], architects: participantsOf(home) },
      {
        assessment: home.assessment,
        dimensions: [BLIND_DIMENSION],
        architects: [away.members.architect, home.members.architect],
      },
    ],
  },
  "checks.list-checks": ofNothing,
  "checks.read-check": { own: () => ({ check: "privileged-container" }), foreign: none },
  "clusters.change-cluster": {
    own: ({ home, number }) => ({ cluster: home.cluster, name: `renamed-${number}`, ...fields }),
    foreign: ({ away, number }) => [{ cluster: away.cluster, name: `renamed-${number}`, ...fields }],
  },
  "clusters.change-scan-settings": {
    own: ({ home }) => ({ cluster: home.cluster, ...thresholds }),
    foreign: ({ away }) => [{ cluster: away.cluster, ...thresholds }],
  },
  "clusters.create-cluster": { own: ({ number }) => ({ name: `cluster-${number}`, ...fields }), foreign: none },
  "clusters.list-clusters": ofNothing,
  "clusters.read-cluster": {
    own: ({ home }) => ({ cluster: home.cluster }),
    foreign: ({ away }) => [{ cluster: away.cluster }],
  },
  "cockpit.move-milestone": {
    own: ({ home }) => ({ assessment: home.assessment, milestone: "review", on: IN_A_MONTH }),
    foreign: ({ away }) => [
      { assessment: away.assessment, milestone: "review", on: IN_A_MONTH },
      { assessment: away.assessment, milestone: "review", on: null },
    ],
  },
  "cockpit.read-cockpit": ofAssessment,
  "cockpit.send-reminders": {
    own: ({ home }) => ({ assessment: home.assessment, members: [home.members.architect] }),
    foreign: ({ home, away }) => [
      { assessment: away.assessment, members: [home.members.architect] },
      { assessment: home.assessment, members: [away.members.architect] },
    ],
  },
  "contradictions.read-ledger": ofAssessment,
  "contradictions.reopen-contradiction": contradiction("settled", { reason: "the scan is newer" }),
  "contradictions.settle-contradiction": contradiction("open", { kind: "keep-claim", reason: "a known false alarm" }),
  "exceptions.accept-exception": {
    own: ({ home, role }) => ({ cluster: home.cluster, owner: home.members[role], ...exception }),
    foreign: ({ home, away, role }) => [
      { cluster: away.cluster, owner: home.members[role], ...exception },
      { cluster: home.cluster, owner: away.members[role], ...exception },
    ],
  },
  "exceptions.end-exception": {
    own: ({ home }) => ({ cluster: home.cluster, exception: home.exception }),
    foreign: ({ home, away }) => [
      { cluster: away.cluster, exception: away.exception },
      { cluster: home.cluster, exception: away.exception },
    ],
  },
  "exceptions.read-exceptions": {
    own: ({ home }) => ({ cluster: home.cluster }),
    foreign: ({ away }) => [{ cluster: away.cluster }],
  },
  "exchange.compare-questionnaire": {
    own: ({ home }) => ({ ...document, assessment: home.assessment }),
    foreign: ({ away }) => [{ ...document, assessment: away.assessment }],
  },
  "exchange.confirm-answers": {
    own: ({ home }) => ({ assessment: home.assessment, questions: [DISCUSSED] }),
    foreign: ({ away }) => [{ assessment: away.assessment, questions: [DISCUSSED] }],
  },
  "exchange.export-questionnaire": {
    own: ({ home }) => ({ assessment: home.assessment, format: "json" }),
    foreign: ({ away }) => EXCHANGE_FORMATS.map((format) => ({ assessment: away.assessment, format })),
  },
  "exchange.import-answers": {
    own: ({ home, number }) => imported(home, importedAt(number)),
    foreign: ({ away, number }) => [
      imported(away, importedAt(number)),
      imported(away, CATALOG.questions.at(-1)?.id ?? "", 1),
    ],
  },
  "exchange.read-exchange": ofAssessment,
  "findings.override-value": {
    own: ({ home }) => ({
      assessment: home.assessment,
      of: "risk",
      subject: home.finding,
      value: 5,
      reason: "as discussed",
    }),
    foreign: ({ home, away }) => [
      { assessment: away.assessment, of: "risk", subject: away.finding, value: 5, reason: "as discussed" },
      { assessment: home.assessment, of: "risk", subject: away.finding, value: 5, reason: "as discussed" },
      { assessment: away.assessment, of: "effort", subject: away.initiative, value: null, reason: "" },
    ],
  },
  "findings.read-finding": {
    own: ({ home }) => ({ assessment: home.assessment, finding: home.finding }),
    foreign: ({ home, away }) => [
      { assessment: away.assessment, finding: away.finding },
      { assessment: home.assessment, finding: away.finding },
      { assessment: away.assessment, finding: home.finding },
    ],
  },
  "findings.read-findings": ofAssessment,
  "initiatives.assign-owner": {
    own: ({ home }) => ({ assessment: home.assessment, initiative: home.initiative, owner: home.members.architect }),
    foreign: ({ home, away }) => [
      { assessment: away.assessment, initiative: away.initiative, owner: home.members.architect },
      { assessment: away.assessment, initiative: away.initiative, owner: null },
      { assessment: home.assessment, initiative: home.initiative, owner: away.members.architect },
    ],
  },
  "initiatives.read-scorecard": ofAssessment,
  "initiatives.save-own": {
    own: ({ home }) => ({ ...OWN_WORK, assessment: home.assessment }),
    foreign: ({ home, away }) => [
      { ...OWN_WORK, assessment: away.assessment },
      { ...OWN_WORK, assessment: home.assessment, initiative: away.ownWork.admin },
      { ...OWN_WORK, assessment: home.assessment, after: [away.ownWork.admin] },
    ],
  },
  "initiatives.remove-own": {
    own: ({ home, role }) => ({ assessment: home.assessment, initiative: home.ownWork[role] }),
    foreign: ({ home, away }) => [
      { assessment: away.assessment, initiative: away.ownWork.admin },
      { assessment: home.assessment, initiative: away.ownWork.admin },
    ],
  },
  "initiatives.step-initiative": {
    own: ({ home }) => ({ assessment: home.assessment, initiative: home.initiative, step: "start" }),
    foreign: ({ away }) => [{ assessment: away.assessment, initiative: away.initiative, step: "claim" }],
  },
  "live.read-live": {
    own: ({ home }) => ({ assessment: home.assessment, since: 1, questions: [] }),
    foreign: ({ away }) => [{ assessment: away.assessment, since: 1, questions: [questionAt(0)] }],
  },
  "live.read-live-answers": {
    own: ({ home }) => ({ assessment: home.assessment, questions: [questionAt(0)] }),
    foreign: ({ away }) => [{ assessment: away.assessment, questions: [questionAt(0)] }],
  },
  "live.stand-at": {
    own: ({ home }) => ({ assessment: home.assessment, tab: TAB, question: questionAt(0) }),
    foreign: ({ away }) => [{ assessment: away.assessment, tab: TAB, question: questionAt(0) }],
  },
  "members.change-role": {
    own: ({ home, number }) => ({ member: home.spare[number % 10], role: "leader" }),
    foreign: ({ away }) => [
      { member: away.members.architect, role: "admin" },
      { member: away.members.admin, role: "leader" },
    ],
  },
  "members.list-members": ofNothing,
  "members.remove-member": {
    own: ({ home, number }) => ({ member: home.spare[10 + (number % 10)] }),
    foreign: ({ away }) => [{ member: away.members.architect }, { member: away.members.admin }],
  },
  "organizations.read-organization": ofNothing,
  "own-questions.export-own-questions": { own: () => ({ format: "json" }), foreign: none },
  "own-questions.import-own-questions": {
    own: () => ({ fileName: "own.json", content: new TextEncoder().encode(JSON.stringify(OWN_EXAMPLE)) }),
    foreign: none,
  },
  "own-questions.read-own-questions": ofNothing,
  "reports.export-report": {
    own: ({ home }) => ({ assessment: home.assessment, format: "json" }),
    foreign: ({ away }) => REPORT_FORMATS.map((format) => ({ assessment: away.assessment, format })),
  },
  "reports.read-deliverables": ofAssessment,
  "roadmaps.plan-roadmap": {
    own: ({ home }) => ({ assessment: home.assessment, startsOn: "2026-11-02", capacity: CAPACITY }),
    foreign: ({ away }) => [{ assessment: away.assessment, startsOn: "2026-11-02", capacity: CAPACITY }],
  },
  "roadmaps.read-roadmap": ofAssessment,
  "roadmaps.read-what-if": ofAssessment,
  "roadmaps.try-plan": {
    own: ({ home }) => ({ assessment: home.assessment, capacity: CAPACITY }),
    foreign: ({ away }) => [{ assessment: away.assessment, capacity: CAPACITY }],
  },
  "scans.scan-again": {
    own: ({ home }) => ({ cluster: home.cluster }),
    foreign: ({ away }) => [{ cluster: away.cluster }],
  },
  "scans.read-scan": {
    own: ({ home }) => ({ cluster: home.cluster, scan: home.scan, ...query }),
    foreign: ({ home, away }) => [
      { cluster: away.cluster, scan: away.scan, ...query },
      { cluster: home.cluster, scan: away.scan, ...query },
      { cluster: away.cluster, scan: home.scan, ...query },
    ],
  },
  "snapshots.expect-upload": {
    own: ({ home }) => ({ cluster: home.cluster }),
    foreign: ({ away }) => [{ cluster: away.cluster }],
  },
  "snapshots.upload-snapshot": {
    own: ({ home, path }) => ({ cluster: home.cluster, fileName: "snapshot.json", path }),
    foreign: ({ away, path }) => [{ cluster: away.cluster, fileName: "snapshot.json", path }],
  },
  "threads.add-comment": {
    own: ({ home }) => ({ ...discussed(home), text: `what does @[${home.members.leader}] say` }),
    foreign: ({ home, away }) => [
      { ...discussed(away), text: "hello" },
      { ...discussed(home), text: `hello @[${away.members.architect}]` },
    ],
  },
  "threads.mark-mentions-read": ofThread(),
  "threads.read-mentions": ofNothing,
  "roadmaps.read-run": { own: () => ({ run: TAB }), foreign: none },
  "roadmaps.cancel-run": { own: () => ({ run: TAB }), foreign: none },
  "branding.read-branding": ofNothing,
  "branding.read-logo-file": ofNothing,
  "branding.set-branding": { own: () => ({ name: "Northlight", accent: "#0b5394", logo: pngOf() }), foreign: none },
  "roadmaps.set-wish": {
    own: ({ home }) => ({ assessment: home.assessment, remedy: home.initiative, ...wish }),
    foreign: ({ away }) => [{ assessment: away.assessment, remedy: away.initiative, ...wish }],
  },
  "roadmaps.remove-wish": {
    own: ({ home, role }) => ({ assessment: home.assessment, remedy: home.wishes[role] }),
    foreign: ({ away }) => [{ assessment: away.assessment, remedy: away.wishes.admin }],
  },
  "roadmaps.why-not-sooner": {
    own: ({ home }) => ({ assessment: home.assessment, initiative: home.initiative }),
    foreign: ({ away }) => [{ assessment: away.assessment, initiative: away.initiative }],
  },
  "shares.create-share": {
    own: ({ home }) => ({ assessment: home.assessment, ...share }),
    foreign: ({ away }) => [{ assessment: away.assessment, ...share }],
  },
  "shares.read-shares": ofAssessment,
  "shares.revoke-share": {
    own: ({ home, role }) => ({ assessment: home.assessment, share: home.shares[role] }),
    foreign: ({ home, away }) => [
      { assessment: away.assessment, share: away.share.id },
      { assessment: home.assessment, share: away.share.id },
      { assessment: away.assessment, share: home.share.id },
    ],
  },
  "initiatives.read-board": ofAssessment,
  "initiatives.read-my-work": ofNothing,
  "threads.read-thread": ofThread(),
  "threads.read-threads": ofAssessment,
  "threads.resolve-thread": ofThread({ resolved: true }),
  "threads.withdraw-comment": {
    own: ({ home, role }) => ({ ...discussed(home), number: ROLES.indexOf(role) + 1 }),
    foreign: ({ away }) => [{ ...discussed(away), number: 1 }],
  },
  "workflow.accept-assessment": readyTo("accept"),
  "workflow.export-log": ofAssessment,
  "workflow.export-signed-document": {
    own: ({ home }) => ({ assessment: home.ready?.signed ?? home.assessment }),
    foreign: ({ away }) => [{ assessment: away.assessment }],
  },
  "workflow.leave-open": {
    own: ({ home, number }) => ({
      assessment: home.ready?.draft ?? home.assessment,
      question: questionAt(number),
      reason: "not in this round",
    }),
    foreign: ({ away, number }) => [
      { assessment: away.assessment, question: questionAt(number), reason: "not in this round" },
      { assessment: away.assessment, question: questionAt(number), reason: null },
    ],
  },
  "workflow.read-review": ofAssessment,
  "workflow.read-state": ofAssessment,
  "workflow.request-changes": readyTo("return", { reason: "the scope is missing" }),
  "workflow.review-answer": {
    own: ({ home }) => ({ assessment: home.ready?.draft ?? home.assessment, ...review }),
    foreign: ({ away }) => [{ assessment: away.assessment, ...review }],
  },
  "workflow.sign-assessment": {
    own: ({ home, role }) => home.ready?.sign[role] ?? { assessment: home.assessment, seen: "0".repeat(64) },
    foreign: ({ away }) => [{ assessment: away.assessment, seen: "0".repeat(64) }],
  },
  "workflow.submit-assessment": readyTo("submit"),
};
