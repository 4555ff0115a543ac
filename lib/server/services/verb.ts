import "server-only";
import type { z } from "zod";
import type { ActingMember, Actor, VerbDeclaration } from "#lib/access/actor.ts";
import { can, type Permission } from "#lib/access/permissions.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { writeAuditEvent } from "#lib/server/db/audit.ts";
import { asPerson, inOrganization, type Member, type Sight, type Work } from "#lib/server/db/unit-of-work.ts";

/**
 * A verb: the only way to anything that belongs to a tenant. What it needs to be allowed and what it takes are declared;
 * the permission is looked up next to the data, in the same transaction, for every unit of work that it opens.
 */
export type Verb<Input extends z.ZodType, Output> = ((actor: Actor, input: z.input<Input>) => Promise<Output>) & {
  declaration: VerbDeclaration;
};

type Declared<Input extends z.ZodType, Output> = {
  name: string;
  may: Permission;
  input: Input;
  /** Declares that it changes something, and names what; the audit event is written in the same transaction. */
  writes?: (
    input: z.output<Input>,
    output: Output,
  ) => { subject: string; details?: Record<string, string | number | boolean | null> };
};

/** Opens one unit of work as the actor; refuses where the actor is no member or may not. */
export type InWork = <T>(run: (work: Work, member: ActingMember) => Promise<T>, sight?: Sight) => Promise<T>;

/** A verb that is one transaction. */
export function verb<Input extends z.ZodType, Output>(
  declared: Declared<Input, Output>,
  run: (work: Work, input: z.output<Input>, member: ActingMember) => Promise<Output>,
): Verb<Input, Output> {
  return longVerb(declared, (inWork, input, audit) =>
    inWork(async (work, member) => {
      const output = await run(work, input, member);
      await audit(work, member, output);
      return output;
    }),
  );
}

/** A verb that works between its transactions (reads a file, solves a plan); it audits in the one that stores. */
export function longVerb<Input extends z.ZodType, Output>(
  declared: Declared<Input, Output>,
  run: (
    inWork: InWork,
    input: z.output<Input>,
    audit: (work: Work, member: ActingMember, output: Output) => Promise<void>,
  ) => Promise<Output>,
): Verb<Input, Output> {
  const call = async (actor: Actor, raw: z.input<Input>): Promise<Output> => {
    const input = parseInput(declared.input, raw);
    const inWork: InWork = (step, sight) => inOrganizationAs(actor, declared.may, step, sight);
    return run(inWork, input, async (work, member, output) => {
      if (declared.writes) await writeAuditEvent(work, member, declared.name, declared.writes(input, output));
    });
  };
  return Object.assign(call, {
    declaration: { name: declared.name, may: declared.may, writes: declared.writes !== undefined },
  });
}

/** A verb about the caller's own account, outside of any organization. */
export function ownVerb<Input extends z.ZodType, Output>(
  declared: { name: string; input: Input; writes?: boolean },
  run: (work: Work, input: z.output<Input>, userId: string) => Promise<Output>,
): ((userId: string, input: z.input<Input>) => Promise<Output>) & { declaration: VerbDeclaration } {
  const call = (userId: string, raw: z.input<Input>): Promise<Output> => {
    const input = parseInput(declared.input, raw);
    return asPerson(userId, (work) => run(work, input, userId));
  };
  return Object.assign(call, {
    declaration: { name: declared.name, may: "own-account" as const, writes: declared.writes ?? false },
  });
}

async function inOrganizationAs<T>(
  actor: Actor,
  may: Permission,
  run: (work: Work, member: ActingMember) => Promise<T>,
  sight?: Sight,
): Promise<T> {
  const enter = async (work: Work, member: Member) => {
    const acting = {
      userId: actor.userId,
      name: member.name,
      role: member.role,
      organizationId: member.organizationId,
      organization: member.slug,
      organizationName: member.organizationName,
      scanMaxAgeDays: member.scanMaxAgeDays,
    };
    if (!can(member.role, may))
      throw new Refusal("forbidden", "Your role does not allow this.", {
        detail: `Ask an admin of ${member.organizationName}; it needs "${may}".`,
      });
    return run(work, acting);
  };
  const outcome = await inOrganization(actor.userId, actor.organization, enter, sight);
  // The same words whether it is another tenant's or does not exist.
  if (!outcome) throw notFound();
  return outcome.found;
}

export function notFound(): Refusal {
  return new Refusal("not-found", "There is nothing here.", {
    detail: "It may have been removed, or it belongs to an organization that you are not a member of.",
  });
}

function parseInput<Input extends z.ZodType>(schema: Input, raw: z.input<Input>): z.output<Input> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.map(String).join(".") || "input"] ??= issue.message;
  throw new Refusal("invalid-input", "Some of this does not fit.", {
    detail: "Nothing was stored. Mend the marked fields and send it again.",
    fields,
  });
}
