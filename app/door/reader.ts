import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "#lib/access/actor.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { type CurrentSession, currentSession } from "#lib/server/auth/current-session.ts";

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
