import { environment } from "#lib/server/runtime/env.ts";
import { isOwnTarget } from "./next-auth.ts";

/** What the portal asks of next-auth. Its other endpoints (pages of its own, logs, other providers) do not exist here. */
const OFFERED = new Set([
  "GET csrf",
  "GET providers",
  "GET session",
  "GET signin",
  "GET error",
  "POST callback/credentials",
  "POST signout",
]);

type Asked = { method: string; action: string; callbackUrl: string | null; cookies: { name: string; value: string }[] };

/**
 * What is answered in next-auth's place, or null. To a callback address that is not ours it would say 500, and to a cookie
 * that holds one again and again: the request is refused, and the cookie is taken away.
 */
export function refuseAuthRequest(asked: Asked): Response | null {
  if (!OFFERED.has(`${asked.method} ${asked.action}`)) return new Response("There is nothing here.\n", { status: 404 });
  const { origin } = new URL(environment().NEXTAUTH_URL);
  const kept = asked.cookies.find(({ name }) => name.endsWith("next-auth.callback-url"));
  const isBad = (target: string | null | undefined) => typeof target === "string" && !isOwnTarget(target, origin);
  if (!isBad(asked.callbackUrl) && !isBad(kept?.value)) return null;
  const headers: Record<string, string> = kept
    ? {
        "Set-Cookie": `${kept.name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${origin.startsWith("https:") ? "; Secure" : ""}`,
      }
    : {};
  return new Response("This address is not one of ours.\n", { status: 400, headers });
}
