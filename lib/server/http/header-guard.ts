import type { IncomingHttpHeaders } from "node:http";
import { NETWORK_HEADER } from "#lib/server/auth/network.ts";

/** Headers by which a framework or a proxy talks to itself. From the outside they are lies. */
const INTERNAL =
  /^(x-middleware-|x-invoke-|x-matched-path|x-now-|x-vercel-|x-next-|x-nextjs-data|x-nextjs-rewritten|x-action-|x-prerender-|x-forwarded-|forwarded$|x-real-ip|x-original-|x-rewrite-|x-http-method|x-chartroom-|content-security-policy|x-nonce)/;

export function dropInternalHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) if (INTERNAL.test(name)) delete headers[name];
}

/** Tells the application who asks, by the socket (or by the one proxy that the operator trusts). */
export function nameNetwork(
  headers: IncomingHttpHeaders,
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustProxy: boolean,
): void {
  const last = forwardedFor?.split(",").at(-1)?.trim();
  headers[NETWORK_HEADER] = (trustProxy && last) || socketAddress || "unknown";
}
