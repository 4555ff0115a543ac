import type { OutgoingHttpHeaders, ServerResponse } from "node:http";

/** What a page may load and who may frame it. Scripts run by nonce only; nothing is fetched from anywhere else. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    // Charts and positioned widgets set style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const ALWAYS: Record<string, string> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/** Sets what every answer carries, at the last moment, so that nothing behind the door can weaken it. */
export function guardResponse(
  response: ServerResponse,
  options: { nonce: string; path: string; secure: boolean; isAction: boolean },
): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const [first, second] = rest;
    // Headers handed over together with the status would win against those that were set: set them first.
    for (const [name, value] of pairsOf(typeof first === "string" ? second : first)) response.setHeader(name, value);
    for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
    response.removeHeader("X-Powered-By");
    if (!response.hasHeader("Content-Security-Policy"))
      response.setHeader("Content-Security-Policy", contentSecurityPolicy(options.nonce));
    if (options.secure) response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    if (!options.path.startsWith("/_next/static/")) response.setHeader("Cache-Control", "private, no-store");
    // Actions answer outcomes and never throw: a 500 here is a body that React could not read.
    const said = options.isAction && status === 500 ? 400 : status;
    return typeof first === "string" && said === status ? writeHead(said, first) : writeHead(said);
  }) as typeof response.writeHead;
}

/** {name: value} or [name, value, name, value, …], as writeHead takes them. */
function pairsOf(headers: unknown): [string, string | number | string[]][] {
  if (!Array.isArray(headers))
    return Object.entries((headers ?? {}) as OutgoingHttpHeaders).filter(
      (pair): pair is [string, string | number | string[]] => pair[1] !== undefined,
    );
  return headers.flatMap((name, index) =>
    index % 2 === 0 ? [[String(name), headers[index + 1]] as [string, string]] : [],
  );
}
