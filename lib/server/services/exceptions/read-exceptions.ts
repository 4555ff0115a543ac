import { isExcepted, isInForce } from "#lib/checks/exception.ts";
import { CHECKS } from "#lib/checks/registry.ts";
import { ClusterId } from "#lib/contracts/inputs.ts";
import { findCluster } from "#lib/server/db/clusters.ts";
import { failingResources, listExceptions } from "#lib/server/db/exceptions.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { findLatestScan } from "#lib/server/db/scans.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";

export type ExceptionLine = {
  id: string;
  check: string;
  kind: string;
  namespace: string;
  name: string;
  owner: string;
  reason: string;
  endsOn: string;
  by: string;
  /** "in force" counts in the plan; "run out" passed its day; "ended" was ended by hand. */
  state: "in force" | "run out" | "ended";
  /** Failing results of the newest scan that it matches; null: never scanned. */
  matches: number | null;
};

/** Who answers for what on a cluster, and how much of its newest scan that covers. */
export const readExceptions = verb(
  { name: "exceptions.read-exceptions", may: "clusters.read", input: ClusterId },
  async (work, input, member) => {
    const cluster = await findCluster(work, input.cluster);
    if (!cluster) throw notFound();
    const rows = await listExceptions(work, cluster.id);
    const scan = await findLatestScan(work, cluster.id);
    const failing = scan ? await failingResources(work, scan.id, [...new Set(rows.map(({ check }) => check))]) : null;
    const at = now().toISOString();
    const lines = rows.map(({ at: _, endedAt, ...row }): ExceptionLine => {
      const matched = failing?.filter(({ check, resource }) => isExcepted(row, check, resource));
      return {
        ...row,
        state: endedAt !== null ? "ended" : isInForce(row, at) ? "in force" : "run out",
        matches: matched?.reduce((sum, { results }) => sum + results, 0) ?? null,
      };
    });
    const members = await listMembersOf(work, member.organizationId);
    return {
      cluster: { id: cluster.id, name: cluster.name },
      exceptions: lines,
      today: at.slice(0, 10),
      self: member.userId,
      members: members.map(({ userId, name }) => ({ id: userId, name })),
      checks: CHECKS.map(({ id, title }) => ({ id, title })).toSorted((a, b) => a.id.localeCompare(b.id, "en")),
    };
  },
);
