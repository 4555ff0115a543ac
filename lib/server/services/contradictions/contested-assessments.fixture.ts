import { ROLES, type Role } from "#lib/access/permissions.ts";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { answerQuestion } from "../answers/answer-question.ts";
import { createAssessment } from "../assessments/create-assessment.ts";
import { createCluster } from "../clusters/create-cluster.ts";
import { type Tenant, withSnapshot } from "../matrix.fixture.ts";
import { uploadSnapshot } from "../snapshots/upload-snapshot.ts";
import { settleContradiction } from "./settle-contradiction.ts";

/** Assessments of a tenant in which a claim and a snapshot differ: the pod shares its node's network, the answer denies it. */
export type ContestedAssessments = {
  cluster: string;
  control: string;
  question: string;
  /** One a role, about which nobody has decided. */
  open: Record<Role, string>;
  /** One a role, where the claim was kept. */
  settled: Record<Role, string>;
  /** One that is open on two clusters. */
  twice: string;
};

/** The question whose control looks for pods in the network of their node. */
export const CONTESTED = (() => {
  const control = CATALOG.controls.find(({ checks }) => checks.includes("host-network"));
  const question = CATALOG.questions.find((each) => each.control === control?.id);
  if (!control || !question) throw new Error("no question asks for the network of the node");
  return { control: control.id, question: question.id };
})();

export async function contestedAssessments(tenant: Tenant): Promise<ContestedAssessments> {
  const cluster = await contestedCluster(tenant);
  const each = async (make: (role: Role) => Promise<string>) => {
    const made: [Role, string][] = [];
    for (const role of ROLES) made.push([role, await make(role)]);
    return Object.fromEntries(made) as Record<Role, string>;
  };
  return {
    cluster,
    ...CONTESTED,
    open: await each((role) => contested(tenant, cluster, `open to ${role}`)),
    twice: await contested(tenant, cluster, "open twice", await contestedCluster(tenant, "contested-too")),
    settled: await each(async (role) => {
      const assessment = await contested(tenant, cluster, `settled for ${role}`);
      await settleContradiction(adminOf(tenant), {
        ...{ assessment, cluster, control: CONTESTED.control, seen: 0 },
        ...{ kind: "keep-claim", reason: `${tenant.secret} keeps it` },
      });
      return assessment;
    }),
  };
}

export async function contestedCluster(tenant: Tenant, name = "contested"): Promise<string> {
  const fields = { distribution: "eks" as const, criticality: 3, dataSensitivity: 3 };
  const { cluster } = await createCluster(adminOf(tenant), { name: `${tenant.secret}-${name}`, ...fields });
  await withSnapshot(tenant.secret, (path) =>
    uploadSnapshot(adminOf(tenant), { cluster, fileName: `${tenant.secret}.json`, path }),
  );
  return cluster;
}

/** An assessment of these clusters whose only answer claims more than the snapshots show. */
export async function contested(tenant: Tenant, cluster: string, name: string, ...more: string[]): Promise<string> {
  const { assessment } = await createAssessment(adminOf(tenant), {
    name: `${tenant.secret} ${name}`,
    startsOn: "2026-11-02",
    clusters: [cluster, ...more],
  });
  await answerQuestion(adminOf(tenant), {
    ...{ assessment, question: CONTESTED.question, maturity: 4, notApplicable: false },
    ...{ comment: `${tenant.secret} claims`, confidence: "high", version: 0 },
  });
  return assessment;
}

const adminOf = (tenant: Tenant) => ({ userId: tenant.members.admin, organization: tenant.slug });
