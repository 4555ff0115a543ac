import { CHECKS } from "#lib/checks/registry.ts";
import { NewException } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { findCluster } from "#lib/server/db/clusters.ts";
import { addException } from "#lib/server/db/exceptions.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";

/** An exception is looked at again within a year; longer is a decision that nobody remembers. */
const LONGEST_DAYS = 366;

export const acceptException = verb(
  {
    name: "exceptions.accept-exception",
    may: "exceptions.write",
    input: NewException,
    writes: (input, output: { exception: string }) => ({
      subject: input.cluster,
      details: { exception: output.exception, check: input.check, owner: input.owner, endsOn: input.endsOn },
    }),
  },
  async (work, input, member) => {
    const cluster = await findCluster(work, input.cluster);
    if (!cluster) throw notFound();
    const owner = (await listMembersOf(work, member.organizationId)).find(({ userId }) => userId === input.owner);
    if (!owner) throw notFound();
    if (!CHECKS.some(({ id }) => id === input.check)) throw misfit("check", "No check has this id");
    const at = now();
    const today = at.toISOString().slice(0, 10);
    const latest = new Date(at.getTime() + LONGEST_DAYS * 86_400_000).toISOString().slice(0, 10);
    if (input.endsOn < today) throw misfit("endsOn", "Choose a day that is still to come");
    if (input.endsOn > latest) throw misfit("endsOn", "At most a year from now");
    const { check, kind, namespace, name, reason, endsOn } = input;
    const exception = await addException(work, member.organizationId, {
      ...{ clusterId: cluster.id, check, kind, namespace, name, reason, endsOn, at },
      owner: { id: owner.userId, name: owner.name },
      by: { id: member.userId, name: member.name },
    });
    return { exception, cluster: cluster.id };
  },
);

function misfit(field: string, says: string): Refusal {
  return new Refusal("invalid-input", "Some of this does not fit.", {
    detail: "Nothing was stored. Mend the marked fields and send it again.",
    fields: { [field]: says },
  });
}
