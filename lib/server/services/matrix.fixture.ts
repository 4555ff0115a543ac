import { readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor, VerbDeclaration } from "#lib/access/actor.ts";
import { ROLES, type Role } from "#lib/access/permissions.ts";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { hashPassword } from "#lib/server/auth/password.ts";
import { pngOf } from "#lib/server/branding/logo.fixture.ts";
import { findAccountByEmail } from "#lib/server/db/accounts.ts";
import { foundOrganization } from "#lib/server/db/organizations.ts";
import { addSession } from "#lib/server/db/sessions.ts";
import { asPerson, atTheDoor } from "#lib/server/db/unit-of-work.ts";
import { answerQuestion } from "./answers/answer-question.ts";
import type { PlannedAssessments } from "./approvals/planned-assessments.fixture.ts";
import { createAssessment } from "./assessments/create-assessment.ts";
import { addCommand } from "./attachments/add-command.ts";
import type { BlindRounds } from "./blind/blind-rounds.fixture.ts";
import { setBranding } from "./branding/set-branding.ts";
import { createCluster } from "./clusters/create-cluster.ts";
import type { ContestedAssessments } from "./contradictions/contested-assessments.fixture.ts";
import { acceptException } from "./exceptions/accept-exception.ts";
import { readFindings } from "./findings/read-findings.ts";
import { assignOwner } from "./initiatives/assign-owner.ts";
import { OWN_WORK } from "./initiatives/own-work.fixture.ts";
import { saveOwn } from "./initiatives/save-own.ts";
import { planRoadmap } from "./roadmaps/plan-roadmap.ts";
import { readRoadmap } from "./roadmaps/read-roadmap.ts";
import { setWish } from "./roadmaps/set-wish.ts";
import { createShare } from "./shares/create-share.ts";
import { uploadSnapshot } from "./snapshots/upload-snapshot.ts";
import { addComment } from "./threads/add-comment.ts";
import type { ReadyAssessments } from "./workflow/ready-assessments.fixture.ts";

/** A tenant with something in every table, whose every text carries its secret. */
export type Tenant = {
  slug: string;
  secret: string;
  organizationId: string;
  members: Record<Role, string>;
  sessions: Record<Role, string>;
  /** Members that a test may change and remove. */
  spare: string[];
  cluster: string;
  scan: string;
  assessment: string;
  finding: string;
  initiative: string;
  exception: string;
  /** A command as evidence of the last question. */
  evidence: string;
  /** A link to the figures of its roadmap that nobody revokes, and one for each role to revoke. */
  share: { id: string; token: string };
  shares: Record<Role, string>;
  /** Remedies of wishes that nobody has taken back, one for each role. */
  wishes: Record<Role, string>;
  /** Own initiatives that nobody has removed, one for each role. */
  ownWork: Record<Role, string>;
  /** Assessments that wait for a step of the workflow; only where a test asks for them. */
  ready?: ReadyAssessments;
  /** Evidence that waits to be withdrawn; only where a test asks for it. */
  brought?: Record<Role, string>;
  /** Assessments with a contradiction; only where a test asks for them. */
  contested?: ContestedAssessments;
  /** Assessments whose roadmap waits for approval; only where a test asks for them. */
  planned?: PlannedAssessments;
  /** Questions that are answered alone; only where a test asks for them. */
  blind?: BlindRounds;
};

/** The question that the members of a tenant discuss. */
export const DISCUSSED = CATALOG.questions.at(-1)?.id ?? "";
export const PASSWORD = "a-password-of-the-matrix";
export const CAPACITY = {
  platform: [40, 40, 40, 40],
  security: [20, 20, 20, 20],
  application: [20, 20, 20, 20],
  cloud: [20, 20, 20, 20],
};
export const IN_A_MONTH = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const SPARE = Array.from({ length: 24 }, (_, index) => `spare-${index}`);

/** Founds a tenant with a member of each role and as many spare ones as are wanted; texts carry the secret. */
export async function foundTenant(
  slug: string,
  secret: string,
  of: { name?: string; domain?: string; password?: string } = {},
): Promise<Tenant> {
  const passwordHash = await hashPassword(of.password ?? PASSWORD);
  const people = [
    ...ROLES.map((role) => ({ name: role as string, role })),
    ...SPARE.map((name) => ({ name, role: "architect" as const })),
  ];
  const emailOf = (name: string) => `${name}@${of.domain ?? `${slug}.example`}`;
  const members = people.map(({ name, role }) => ({
    name: `${secret} ${name}`,
    email: emailOf(name),
    role,
    passwordHash,
  }));
  const organizationId = await foundOrganization({ slug, name: of.name ?? `${secret} organization`, members });
  const idOf = async (name: string) =>
    (await atTheDoor(emailOf(name), (work) => findAccountByEmail(work, emailOf(name))))?.id ?? "";
  const ids = Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await idOf(role)]))) as Record<
    Role,
    string
  >;
  const sessions: Partial<Record<Role, string>> = {};
  for (const role of ROLES)
    sessions[role] = await asPerson(ids[role], (work) =>
      addSession(work, ids[role], secret, new Date(Date.now() + 3_600_000)),
    );
  const spare = await Promise.all(SPARE.map(idOf));
  const filled = await fill({ userId: ids.admin, organization: slug }, secret);
  // One comment each, in the order of the roles, and a fifth by a spare member; all mention the architect.
  for (const userId of [...ROLES.map((role) => ids[role]), spare[19] ?? ""])
    await addComment(
      { userId, organization: slug },
      { assessment: filled.assessment, question: DISCUSSED, text: `${secret} asks @[${ids.architect}]` },
    );
  const share = (name: string) =>
    createShare(
      { userId: ids.admin, organization: slug },
      { assessment: filled.assessment, name: `${secret} ${name}`, profile: "figures", endsOn: IN_A_MONTH },
    );
  const { share: id, token } = await share("board");
  const shares: [Role, string][] = [];
  for (const role of ROLES) shares.push([role, (await share(role)).share]);
  await setBranding(
    { userId: ids.admin, organization: slug },
    { name: `${secret} consulting`, accent: null, logo: new Uint8Array(pngOf()) },
  );
  const wishes: [Role, string][] = [];
  for (const [at, role] of ROLES.entries()) {
    const wish = { remedy: filled.remedies[at + 1] ?? "", notBefore: null, doneBy: "2027-10-30", reason: secret };
    await setWish({ userId: ids.admin, organization: slug }, { assessment: filled.assessment, ...wish });
    wishes.push([role, wish.remedy]);
  }
  const ownWork: [Role, string][] = [];
  for (const role of ROLES) {
    const work = { ...OWN_WORK, assessment: filled.assessment, title: `${secret} work`, reason: secret };
    ownWork.push([role, (await saveOwn({ userId: ids.admin, organization: slug }, work)).id]);
  }
  return {
    wishes: Object.fromEntries(wishes) as Record<Role, string>,
    ownWork: Object.fromEntries(ownWork) as Record<Role, string>,
    ...{ share: { id, token }, shares: Object.fromEntries(shares) as Record<Role, string> },
    ...{ slug, secret, organizationId, members: ids, sessions: sessions as Record<Role, string>, spare },
    ...filled,
  };
}

async function fill(
  admin: Actor,
  secret: string,
): Promise<
  Pick<Tenant, "cluster" | "scan" | "assessment" | "finding" | "initiative" | "exception" | "evidence"> & {
    remedies: string[];
  }
> {
  const { cluster } = await createCluster(admin, {
    name: `${secret}-cluster`,
    distribution: "eks",
    criticality: 5,
    dataSensitivity: 5,
  });
  const { scan } = await withSnapshot(secret, (path) =>
    uploadSnapshot(admin, { cluster, fileName: `${secret}.json`, path }),
  );
  const { assessment } = await createAssessment(admin, {
    name: `${secret} assessment`,
    startsOn: "2026-11-02",
    clusters: [cluster],
  });
  const question = CATALOG.questions.at(-1)?.id ?? "";
  await answerQuestion(admin, {
    assessment,
    question,
    maturity: 1,
    notApplicable: false,
    comment: `${secret} comment`,
    confidence: "low",
    version: 0,
  });
  const { findings } = await readFindings(admin, { assessment });
  await planRoadmap(admin, { assessment, startsOn: "2026-11-02", capacity: CAPACITY });
  const { roadmap } = await readRoadmap(admin, { assessment });
  const initiative = roadmap?.initiatives[0]?.id ?? "";
  await assignOwner(admin, { assessment, initiative, owner: admin.userId });
  const { exception } = await acceptException(admin, {
    cluster,
    check: "host-pid",
    kind: "",
    namespace: secret,
    name: "",
    owner: admin.userId,
    reason: `${secret} reason`,
    endsOn: IN_A_MONTH,
  });
  const { item: evidence } = await addCommand(admin, {
    ...{ assessment, question, title: `${secret} title`, observedOn: "2026-11-02", validUntil: "2027-02-01" },
    command: `kubectl get pods -n ${secret}`,
    output: `${secret}-0   1/1   Running`,
  });
  return {
    remedies: [...new Set(roadmap?.initiatives.map(({ remedy }) => remedy))],
    exception,
    evidence,
    cluster,
    scan,
    assessment,
    finding: findings.find(({ maturity }) => maturity !== null)?.id ?? "",
    initiative,
  };
}

/** A small snapshot on disk, for as long as `run` takes. */
export async function withSnapshot<T>(secret: string, run: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "chartroom-matrix-"));
  try {
    const path = join(folder, "snapshot.json");
    const metadata = { name: `${secret}-pod`, namespace: secret };
    const spec = {
      hostNetwork: true,
      containers: [{ name: secret, image: `${secret}:latest`, securityContext: { privileged: true } }],
    };
    await writeFile(
      path,
      JSON.stringify({ apiVersion: "v1", kind: "List", items: [{ apiVersion: "v1", kind: "Pod", metadata, spec }] }),
    );
    return await run(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export type AnyVerb = ((caller: Actor | string, input: object) => Promise<unknown>) & { declaration: VerbDeclaration };

/** Every verb of the house, found by what it declares. */
export async function everyVerb(): Promise<Map<string, AnyVerb>> {
  const room = join(process.cwd(), "lib", "server", "services");
  const files = readdirSync(room, { recursive: true, encoding: "utf8" }).filter((name) => /^[^.]+\.ts$/.test(name));
  const verbs = new Map<string, AnyVerb>();
  for (const file of files.sort()) {
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ join(room, file));
    for (const value of Object.values(exported)) if (isVerb(value)) verbs.set(value.declaration.name, value);
  }
  return verbs;
}

function isVerb(value: unknown): value is AnyVerb {
  return typeof value === "function" && "declaration" in value;
}
