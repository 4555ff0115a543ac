import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { refuseAuthRequest } from "#lib/server/auth/auth-endpoints.ts";
import { authOptions } from "#lib/server/auth/next-auth.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const refused = refuseAuthRequest({
    method: request.method,
    action: (await context.params).nextauth.join("/"),
    callbackUrl: request.nextUrl.searchParams.get("callbackUrl"),
    cookies: request.cookies.getAll(),
  });
  // Built at the first request: a build has no secrets.
  return refused ?? NextAuth(authOptions())(request, context);
}

export { handle as GET, handle as POST };
