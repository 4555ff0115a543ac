import { z } from "zod";
import { ROLES } from "#lib/access/permissions.ts";
import { SKILLS } from "#lib/catalog/control.ts";
import { DIMENSIONS, LAYERS, SEVERITIES } from "#lib/catalog/framework.ts";
import { CURRENCIES } from "./currencies.ts";
import { LONGEST_OUTPUT } from "./evidence-limits.ts";
import { MOST_IMPORTED_ANSWERS } from "./exchange-limits.ts";
import { SHARE_PROFILES } from "./share-profiles.ts";
import { isWebAddress } from "./web-address.ts";

/** What people and programs send. One schema a verb; forms and actions read the same ones. Unknown fields are refused. */
const line = (max: number, what: string) =>
  z
    .string(`${what} is missing`)
    .trim()
    .min(1, `Enter ${what}`)
    .max(max, `At most ${max} characters`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/, "Take out control characters");
const text = (max: number) =>
  z
    .string()
    .max(max, `At most ${max} characters`)
    // PostgreSQL cannot store a NUL.
    .transform((value) => value.replaceAll("\u0000", ""));
const id = z.uuid("This is not an id");
const scale = z.coerce.number<number>().int().min(1, "From 1 to 5").max(5, "From 1 to 5");

export const DISTRIBUTIONS = ["eks", "gke", "aks", "openshift", "rke2", "k3s", "kubeadm", "other"] as const;

export const Nothing = z.strictObject({});
export const ClusterId = z.strictObject({ cluster: id });
export const AssessmentId = z.strictObject({ assessment: id });
export const NewCluster = z.strictObject({
  name: line(80, "a name"),
  distribution: z.enum(DISTRIBUTIONS, "Choose a distribution"),
  criticality: scale,
  dataSensitivity: scale,
});
export const ChangedCluster = NewCluster.extend({ cluster: id });
/** Kinds that probes can be asked of; lib/checks/settings.ts says what they mean. */
export const PROBED_KINDS = [
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
  "ReplicationController",
  "DeploymentConfig",
  "Rollout",
  "Pod",
] as const;
const registry = z
  .string()
  .trim()
  .max(200, "At most 200 characters")
  .regex(
    /^[a-z0-9][a-z0-9.-]*(:\d{1,5})?(\/[a-z0-9._/-]*)?$/,
    "A registry is like registry.example or registry.example/team",
  );
export const ChangedScanSettings = z.strictObject({
  cluster: id,
  minReplicas: z.number().int().min(2, "From 2 to 10").max(10, "From 2 to 10"),
  probedKinds: z.array(z.enum(PROBED_KINDS)).max(PROBED_KINDS.length),
  allowedRegistries: z.array(registry).max(100, "At most 100 registries"),
  mostRequestedPercent: z.number().int().min(50, "From 50 to 100").max(100, "From 50 to 100"),
});
export const UploadedFile = z.strictObject({
  cluster: id,
  fileName: line(255, "a file name"),
  path: z.string().min(1),
});
export const ScanQuery = z.strictObject({
  cluster: id,
  scan: id,
  page: z.coerce.number<unknown>().int().min(1).max(100_000).catch(1),
  severity: z.enum(SEVERITIES).nullable().catch(null),
  outcome: z.enum(["fail", "not-assessable"]).nullable().catch(null),
  layer: z.enum(LAYERS).nullable().catch(null),
  check: z.string().max(80).nullable().catch(null),
  text: z.string().max(100).catch(""),
});
/** A Kubernetes name with "*" for any characters; "" matches anything. */
const pattern = z
  .string()
  .trim()
  .max(253, "At most 253 characters")
  .regex(/^[A-Za-z0-9.*:_-]*$/, 'Letters, digits, "-", "." and "*"');
export const NewException = z.strictObject({
  cluster: id,
  check: z.string().min(1, "Choose a check").max(80),
  kind: pattern,
  namespace: pattern,
  name: pattern,
  owner: z.uuid("Choose an owner"),
  reason: text(2_000).refine((reason) => reason.trim() !== "", "Say why this may stay as it is"),
  endsOn: z.iso.date("Choose a date"),
});
export const ExceptionId = z.strictObject({ cluster: id, exception: id });
export const REPORT_FORMATS = [
  "pdf",
  "summary",
  "slides",
  "workbook",
  "tables",
  "json",
  "markdown",
  "calendar",
  "jira",
  "github",
] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
export const ExportedReport = z.strictObject({
  assessment: id,
  format: z.enum(REPORT_FORMATS, "There is no such format"),
});
export const NewAssessment = z.strictObject({
  name: line(80, "a name"),
  startsOn: z.iso.date("Choose a date"),
  clusters: z.array(id).min(1, "Choose at least one cluster").max(100),
  /** The assessment whose answers are carried forward; null: it starts empty. */
  carryFrom: id.nullable().default(null),
});
export const AnswerInput = z.strictObject({
  assessment: id,
  question: z.string().min(1).max(120),
  maturity: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
  notApplicable: z.boolean(),
  comment: text(10_000),
  confidence: z.enum(["low", "medium", "high"]),
  /** The version that the writer saw; 0 for a first answer. */
  version: z.number().int().min(0),
});
export type AnswerInput = z.infer<typeof AnswerInput>;
export const LiveSince = z.strictObject({
  assessment: id,
  /** Milliseconds since 1970; null: from now on. */
  since: z.number().int().min(0).max(8.64e15).nullable(),
  /** Questions that are read whenever they were answered. */
  questions: z.array(z.string().min(1).max(120)).max(500),
});
export const LiveQuestions = LiveSince.pick({ assessment: true, questions: true });
export const LivePlace = z.strictObject({
  assessment: id,
  /** Of the tab's own making. */
  tab: id,
  question: z.string().min(1).max(120).nullable(),
});
export const EXCHANGE_FORMATS = ["xlsx", "json", "yaml"] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];
export const ExportedQuestionnaire = z.strictObject({
  assessment: id,
  format: z.enum(EXCHANGE_FORMATS, "There is no such format"),
});
export const ComparedQuestionnaire = z.strictObject({
  assessment: id,
  fileName: line(255, "a file name"),
  content: z.custom<Uint8Array>((value) => value instanceof Uint8Array, "Choose a file"),
});
export const ImportedAnswers = z.strictObject({
  assessment: id,
  fileName: line(255, "a file name"),
  /** Of the file that they come from. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "Compare the file again"),
  answers: z
    .array(AnswerInput.omit({ assessment: true }))
    .min(1, "Choose at least one answer")
    .max(MOST_IMPORTED_ANSWERS, `At most ${MOST_IMPORTED_ANSWERS} answers at once`),
});
export type ImportedAnswers = z.infer<typeof ImportedAnswers>;
export const ConfirmedAnswers = z.strictObject({
  assessment: id,
  questions: z.array(z.string().min(1).max(120)).min(1).max(500),
});
export const AcceptProposals = z.strictObject({
  assessment: id,
  questions: z.array(z.string().min(1).max(120)).min(1).max(500),
});
export const ReviewInput = z.strictObject({
  assessment: id,
  question: z.string().min(1).max(120),
  /** The version that the reviewer read. */
  version: z.number().int().min(1),
  verdict: z.enum(["accepted", "changes-requested"]),
  reason: text(2_000),
});
export const LeftOpen = z.strictObject({
  assessment: id,
  question: z.string().min(1).max(120),
  /** null takes the question up again. */
  reason: text(2_000)
    .refine((reason) => reason.trim() !== "", "Say why it stays without an answer")
    .nullable(),
});
export const ReasonOfStep = z.strictObject({ assessment: id, reason: text(2_000) });
export const SignInput = z.strictObject({
  assessment: id,
  /** Digest of what the signer was shown. */
  seen: z.string().regex(/^[0-9a-f]{64}$/, "Load the page again"),
});
/** `member` null: nobody any more. */
export const AssignedPartInput = z.strictObject({
  assessment: id,
  part: z.enum(["dimension", "concern", "question"]),
  target: z.string().min(1).max(120),
  member: id.nullable(),
  dueOn: z.iso.date("Choose a date").nullable(),
});
export const ThreadOfQuestion = z.strictObject({ assessment: id, question: z.string().min(1).max(120) });
/** Mentions stand in the text as "@[id]". */
export const CommentInput = ThreadOfQuestion.extend({
  text: text(4_000).refine((said) => said.trim() !== "", "Write something first"),
});
export const ResolvedThread = ThreadOfQuestion.extend({ resolved: z.boolean() });
export const WithdrawnComment = ThreadOfQuestion.extend({ number: z.number().int().min(1) });
export const StartedRound = z.strictObject({
  assessment: id,
  dimensions: z.array(z.string().min(1).max(120)).min(1, "Choose at least one dimension").max(100),
  architects: z.array(id).min(2, "Choose at least two people").max(8, "At most 8 people"),
});
export const RoundId = z.strictObject({ assessment: id, round: id });
export const PlannedMinutes = RoundId.extend({
  question: z.string().min(1).max(120),
  minutes: z.number("Enter minutes").int().min(1, "From 1 to 240").max(240, "From 1 to 240"),
});
/** `seen`: the number of the newest decision that the person saw; 0 when there was none. */
const contradiction = {
  assessment: id,
  cluster: id,
  control: z.string().min(1).max(120),
  seen: z.number().int().min(0),
};
export const SettledContradiction = z.discriminatedUnion("kind", [
  z.strictObject({ ...contradiction, kind: z.literal("take-evidence"), reason: text(2_000) }),
  z.strictObject({
    ...contradiction,
    kind: z.literal("keep-claim"),
    reason: text(2_000).refine((reason) => reason.trim() !== "", "Say why the claim holds"),
  }),
  z.strictObject({
    ...contradiction,
    kind: z.literal("scope-differs"),
    reason: text(2_000).refine((reason) => reason.trim() !== "", "Say why the scopes differ"),
    scope: line(300, "what the answer speaks about"),
    until: z.iso.date("Choose the day on which to look again"),
  }),
]);
export const ReopenedContradiction = z.strictObject({
  ...contradiction,
  reason: text(2_000).refine((reason) => reason.trim() !== "", "Say why it is open again"),
});
/** What somebody brings for a question; `validUntil` is the last day on which it speaks. */
const evidence = {
  assessment: id,
  question: z.string().min(1).max(120),
  title: line(200, "a title"),
  observedOn: z.iso.date("Choose a date"),
  validUntil: z.iso.date("Choose a date"),
};
export const EvidenceQuestion = z.strictObject({ assessment: id, question: z.string().min(1).max(120) });
export const EvidenceFile = z.strictObject({
  ...evidence,
  fileName: line(255, "a file name"),
  path: z.string().min(1),
});
export const EvidenceLink = z.strictObject({
  ...evidence,
  url: line(2_000, "an address").refine(
    isWebAddress,
    "An address like https://wiki.example/page, without a password in it",
  ),
});
export const EvidenceCommand = z.strictObject({
  ...evidence,
  command: line(2_000, "the command"),
  output: text(LONGEST_OUTPUT).refine((output) => output.trim() !== "", "Paste what it printed"),
});
export const EvidenceId = z.strictObject({ assessment: id, item: id });
export const WithdrawnEvidence = z.strictObject({
  assessment: id,
  item: id,
  reason: text(2_000).refine((reason) => reason.trim() !== "", "Say why it no longer speaks"),
});
export const CockpitMilestone = z.strictObject({
  assessment: id,
  milestone: z.enum(
    ["kick-off", "snapshots", "questionnaires", "contradictions", "review", "sign-off", "read-out"],
    "Choose a milestone",
  ),
  /** null puts it back. */
  on: z.iso.date("Choose a day").nullable(),
});
export const SentReminders = z.strictObject({
  assessment: id,
  /** Members, so that who sends sees whom. */
  members: z.array(id).min(1, "Choose somebody").max(200),
});
/** What a server action may carry, less what its envelope takes. */
export const OWN_QUESTIONS_BYTES = 800_000;
export const OWN_QUESTION_FORMATS = ["xlsx", "yaml", "json"] as const;
export type OwnQuestionFormat = (typeof OWN_QUESTION_FORMATS)[number];
export const OwnQuestionsFile = z.strictObject({
  fileName: line(200, "a file name"),
  content: z
    .instanceof(Uint8Array, { error: "Choose a file" })
    .refine(({ length }) => length > 0, "The file is empty")
    .refine(({ length }) => length <= OWN_QUESTIONS_BYTES, "At most 800 kB; take out what is no question"),
});
export const OwnQuestionsFormat = z.strictObject({ format: z.enum(OWN_QUESTION_FORMATS, "xlsx, yaml or json") });
export const FindingId = z.strictObject({ assessment: id, finding: z.string().min(1).max(200) });
export const OverrideInput = z.strictObject({
  assessment: id,
  of: z.enum(["risk", "effort"]),
  subject: z.string().min(1).max(200),
  /** null takes the override back. */
  value: z.number().min(0.1, "More than 0").max(10_000, "At most 10,000").nullable(),
  reason: text(2_000),
});
export const InitiativeStep = z.strictObject({
  assessment: id,
  initiative: z.string().min(1).max(200),
  step: z.enum(["start", "claim", "withdraw"]),
  /** With a claim: the person-days that it took; absent or null: not told. */
  days: z.number("Enter a number of days").min(0, "Not below 0").max(10_000, "At most 10,000").nullish(),
});
export const InitiativeOwner = z.strictObject({
  assessment: id,
  initiative: z.string().min(1).max(200),
  owner: id.nullable(),
});
const span = z
  .strictObject({ from: z.iso.date("Choose a date"), to: z.iso.date("Choose a date") })
  .refine(({ from, to }) => from <= to, "It ends before it begins");
const Team = z.strictObject({
  people: z
    .array(
      z.strictObject({
        name: line(80, "a name"),
        skill: z.enum(SKILLS, "Choose a skill"),
        daysPerWeek: z.number("Enter a number of days").min(0, "Not below 0").max(5, "At most 5"),
        away: z.array(span).max(50, "At most 50 times"),
      }),
    )
    .max(200, "At most 200 people"),
  closed: z.array(span).max(100, "At most 100 times"),
});
export const PlanRequest = z.strictObject({
  assessment: id,
  startsOn: z.iso.date("Choose a date"),
  capacity: z.record(z.enum(SKILLS), z.array(z.number().min(0, "Not below 0").max(10_000, "At most 10,000")).length(4)),
  /** Person-days of the year, all skills together; absent or null: no budget. */
  budget: z.number("Enter a number of days").min(0, "Not below 0").max(100_000, "At most 100,000").nullish(),
  /** True: nothing has to stay where the last version has it, what is being worked on neither. */
  afresh: z.boolean().optional(),
  /** Who does it and when nobody works. With people, their days count instead of `capacity`. */
  team: Team.optional(),
  /** Without a team: the weeks keep the shape of the last version's. */
  keepsTeam: z.boolean().optional(),
  /** By which whoever asked watches and cancels it. */
  run: z.uuid("This is not an id").optional(),
});
export const RunOf = z.strictObject({ run: z.uuid("This is not an id") });
export const PlanTry = PlanRequest.omit({ startsOn: true, afresh: true, run: true, team: true, keepsTeam: true });
export const PlanWish = z.strictObject({
  assessment: id,
  remedy: z.string().min(1).max(200),
  notBefore: z.iso.date("Choose a date").nullable(),
  doneBy: z.iso.date("Choose a date").nullable(),
  reason: line(500, "a reason"),
});
export const WishOf = z.strictObject({ assessment: id, remedy: z.string().min(1).max(200) });
const estimated = z.number("Enter a number of days").min(0.1, "More than 0").max(10_000, "At most 10,000");
export const OwnInitiativeInput = z.strictObject({
  assessment: id,
  /** null: a new one. */
  initiative: z.string().min(1).max(200).nullable(),
  /** That it had when it was read; 0: a new one. */
  version: z.number().int().min(0).max(1_000_000),
  title: line(200, "a title"),
  layer: z.enum(LAYERS, "Choose a layer"),
  dimension: z.enum(DIMENSIONS, "Choose a dimension"),
  /** The first is its main skill. */
  skills: z.array(z.enum(SKILLS, "Choose a skill")).min(1, "Choose a skill").max(SKILLS.length),
  /** Person-days; null: nobody has estimated it yet. */
  estimate: z
    .strictObject({ optimistic: estimated, likely: estimated, pessimistic: estimated })
    .refine(({ optimistic, likely }) => optimistic <= likely, { path: ["likely"], error: "Not below the best case" })
    .refine(({ likely, pessimistic }) => likely <= pessimistic, {
      path: ["pessimistic"],
      error: "Not below the likely",
    })
    .nullable(),
  /** Points that it removes and no finding tells of. */
  risk: z.number("Enter a number of points").min(0, "Not below 0").max(10_000, "At most 10,000"),
  reason: line(500, "a reason"),
  /** Remedies whose findings it closes in their place. */
  replaces: z.array(z.string().min(1).max(200)).max(200, "At most 200"),
  /** What comes in the same or an earlier quarter. */
  after: z.array(z.string().min(1).max(200)).max(50, "At most 50"),
  steps: z.array(line(500, "a step")).max(30, "At most 30 steps"),
  riskOfDoing: text(2_000),
  rollback: text(2_000),
});
/** What a form tells of it. */
export type OwnWorkInput = Omit<z.input<typeof OwnInitiativeInput>, "assessment">;
export const OwnInitiativeId = z.strictObject({ assessment: id, initiative: z.string().min(1).max(200) });
export const WhyOf = z.strictObject({ assessment: id, initiative: z.string().min(1).max(200) });
export const BrandingInput = z.strictObject({
  name: line(120, "a name"),
  /** "" or null: the product's own colour. */
  accent: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "Six digits, like #0b5394")
    .transform((hex) => hex.toLowerCase())
    .nullable(),
  /** A new one; null: the one that is there stays, unless it is to be removed. */
  logo: z.instanceof(Uint8Array).nullable(),
  removeLogo: z.boolean().optional(),
});
export const NewShare = z.strictObject({
  assessment: id,
  name: line(200, "for whom it is"),
  profile: z.enum(SHARE_PROFILES, "Choose what it shows"),
  endsOn: z.iso.date("Choose a date"),
});
export const ShareId = z.strictObject({ assessment: id, share: id });
export const RoadmapApproval = z.strictObject({
  assessment: id,
  /** The version that the approver looked at. */
  version: z.number().int().min(1).max(1_000_000),
  /** Person-days that may be spent. */
  days: z.number("Enter a number of days").min(0, "Not below 0").max(1_000_000, "At most 1,000,000"),
  /** What a person-day costs; null: the budget is days alone. */
  rate: z
    .strictObject({
      amount: z.number("Enter an amount").min(1, "At least 1").max(1_000_000, "At most 1,000,000"),
      currency: z.enum(CURRENCIES, "Choose a currency"),
    })
    .nullable(),
  note: text(2_000),
  /** Of what the plan leaves out, the risks that are accepted. */
  accepted: z
    .array(
      z.strictObject({
        initiative: z.string().min(1).max(120),
        owner: z.uuid("Choose an owner"),
        reason: text(2_000).refine((reason) => reason.trim() !== "", "Say why this may stay as it is"),
        endsOn: z.iso.date("Choose a date"),
      }),
    )
    .max(500),
});
export const CheckId = z.strictObject({ check: z.string().min(1).max(80) });
export const MemberRole = z.strictObject({ member: id, role: z.enum(ROLES) });
export const MemberId = z.strictObject({ member: id });
export const SessionId = z.strictObject({ session: id });
export const NewPassword = z.strictObject({
  current: z.string().min(1, "Enter your current password").max(200),
  next: z.string().min(12, "At least 12 characters").max(200, "At most 200 characters"),
});
export const SignInInput = z.strictObject({ email: z.string().min(3).max(254), password: z.string().min(1).max(200) });
