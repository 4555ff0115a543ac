import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { revokeSession } from "#lib/server/db/sessions.ts";
import { asPerson } from "#lib/server/db/unit-of-work.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { environment } from "#lib/server/runtime/env.ts";
import { errorName, log } from "#lib/server/runtime/log.ts";
import { deviceOf, NETWORK_HEADER } from "./network.ts";
import { SESSION_HOURS, signIn } from "./sign-in.ts";

/** The token that the cookie carries: two ids. Whether they still mean anything, the database says at each request. */
export type SessionToken = { userId?: string; sessionId?: string };

export function authOptions(): NextAuthOptions {
  return {
    secret: environment().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_HOURS * 3600 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        name: "E-mail and password",
        credentials: { email: {}, password: {} },
        authorize: async (credentials, request) => {
          const headers: Record<string, unknown> = request.headers ?? {};
          const outcome = await signIn(
            { email: credentials?.email, password: credentials?.password },
            {
              network: String(headers[NETWORK_HEADER] ?? "unknown"),
              device: deviceOf(String(headers["user-agent"] ?? "")),
            },
          );
          if (outcome === "too-many-attempts") throw new Error("too-many-attempts");
          if (outcome === "wrong") return null;
          return { id: outcome.userId, sessionId: outcome.sessionId };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => {
        const opened = user as { id: string; sessionId: string } | undefined;
        // Nothing but the two ids: a cookie is not the place for names and addresses.
        return opened
          ? { userId: opened.id, sessionId: opened.sessionId }
          : { userId: token.userId, sessionId: token.sessionId };
      },
      session: ({ session, token }) => ({ expires: session.expires, userId: token.userId, sessionId: token.sessionId }),
      redirect: ({ url, baseUrl }) => safeTarget(url, baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        const { userId, sessionId } = (token ?? {}) as SessionToken;
        if (userId && sessionId) await asPerson(userId, (work) => revokeSession(work, userId, sessionId, now()));
      },
    },
    logger: {
      error: (code, metadata) =>
        log("error", "auth", { code, reason: errorName(metadata instanceof Error ? metadata : metadata.error) }),
      warn: (code) => log("warn", "auth", { code }),
      debug: () => undefined,
    },
  };
}

/** A path of our own origin, or its root. */
export function safeTarget(url: string, baseUrl: string): string {
  const base = new URL(baseUrl);
  return isOwnTarget(url, base.origin) ? new URL(url, base).href : base.href;
}

/** Whether an address is one of ours. Only what begins with a slash or with our origin, in plain ASCII, is. */
export function isOwnTarget(url: string, origin: string): boolean {
  if (url === origin) return true;
  const path = url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;
  return /^\/(?![/\\])[\u0021-\u005b\u005d-\u007e]*$/.test(path) && !/%5c|%2f%2f/i.test(path);
}
