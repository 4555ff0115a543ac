import { CHECKS } from "#lib/checks/registry.ts";
import { ClusterId } from "#lib/contracts/inputs.ts";
import { findCluster } from "#lib/server/db/clusters.ts";
import { listExceptions } from "#lib/server/db/exceptions.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { findLatestScanId } from "#lib/server/db/scans.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";
import { exceptionLines } from "./exception-lines.ts";

/** Who answers for what on a cluster, and how much of its newest scan that covers. */
export const readExceptions = verb(
  { name: "exceptions.read-exceptions", may: "clusters.read", input: ClusterId },
  async (work, input, member) => {
    const cluster = await findCluster(work, input.cluster);
    if (!cluster) throw notFound();
    const rows = await listExceptions(work, cluster.id);
    const scan = await findLatestScanId(work, cluster.id);
    const at = now().toISOString();
    const { lines } = await exceptionLines(work, rows, scan, at);
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
