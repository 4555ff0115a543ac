import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "#lib/server/auth/next-auth.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

// Built at the first request: a build has no secrets.
const handle = (request: NextRequest, context: Context) => NextAuth(authOptions())(request, context);

export { handle as GET, handle as POST };
