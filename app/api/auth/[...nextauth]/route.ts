import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "#lib/server/auth/next-auth.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What the portal asks of next-auth. Its other endpoints (pages of its own, logs, other providers) do not exist here. */
const OFFERED: Record<string, ReadonlySet<string>> = {
  GET: new Set(["csrf", "providers", "session", "signin", "error"]),
  POST: new Set(["callback/credentials", "signout"]),
};

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const action = (await context.params).nextauth.join("/");
  if (!OFFERED[request.method]?.has(action)) return new Response("There is nothing here.\n", { status: 404 });
  // Built at the first request: a build has no secrets.
  return NextAuth(authOptions())(request, context);
}

export { handle as GET, handle as POST };
