import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "#lib/access/actor.ts";
import { can, type Permission } from "#lib/access/permissions.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { type CurrentSession, currentSession } from "#lib/server/auth/current-session.ts";
import { readOrganization } from "#lib/server/services/organizations/read-organization.ts";

/** The session of this request, asked for once. */
export const session = cache(currentSession);

/** Who is asking; sends people without a session to the sign-in. */
export async function requireSession(): Promise<CurrentSession> {
  return (await session()) ?? redirect("/sign-in");
}

export async function requireActor(organization: string): Promise<Actor> {
  return { userId: (await requireSession()).userId, organization };
}

/** Runs a reading verb for a page: what may not be seen and what does not exist are the same page. */
export async function read<Output>(reading: Promise<Output>): Promise<Output> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
}

/** Whether a page may offer this to the person; the verb behind it decides anew. */
export async function offers(actor: Actor, permission: Permission): Promise<boolean> {
  return can((await read(readOrganization(actor, {}))).member.role, permission);
}
