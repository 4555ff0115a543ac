import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { dropInternalHeaders, nameNetwork } from "./header-guard.ts";
import { isOwnOrigin, METHODS } from "./origin-guard.ts";
import { isCanonicalUrl } from "./path-guard.ts";
import { contentSecurityPolicy, guardResponse } from "./response-headers.ts";
import { bodyLimit, isUpload } from "./size-guard.ts";

export type FrontDoor = {
  /** The configured address of the portal, e.g. "https://chartroom.example.com". */
  origin: string;
  /** True when the last hop in X-Forwarded-For was written by the operator's own proxy. */
  trustProxy: boolean;
  /** Ids of the server actions of this build; null: any well-formed one. */
  actions: ReadonlySet<string> | null;
  onRefusal: (kind: string, details: Record<string, string>) => void;
  next: RequestListener;
};

type Refused = { status: number; text: string; kind?: string; location?: string };

/** A node server that lets through what is canonical, ours and small enough, and says no to the rest in plain text. */
export function openFrontDoor(door: FrontDoor): Server {
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 600_000, connectionsCheckingInterval: 2_000, maxHeaderSize: 16_384 },
    (request, response) => {
      const refused = examine(door, request);
      if (!refused) return handOn(door, request, response);
      if (refused.kind)
        door.onRefusal(refused.kind, {
          path: (request.url ?? "").slice(0, 200),
          origin: String(request.headers.origin ?? "").slice(0, 200),
        });
      return say(response, refused.status, refused.text, request, refused.location);
    },
  );
  // There is no web socket in the portal: an upgrade is a probe.
  server.on("upgrade", (_request, socket) => hangUp(socket, "400 Bad Request"));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
    const status =
      error.code === "HPE_HEADER_OVERFLOW"
        ? "431 Request Header Fields Too Large"
        : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
          ? "408 Request Timeout"
          : "400 Bad Request";
    return hangUp(socket, status);
  });
  return server;
}

/** Says it, and lets go of the socket even when the other side does not: half a connection costs a file handle. */
function hangUp(socket: Duplex, status: string): void {
  socket.on("error", () => undefined);
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  setTimeout(() => socket.destroy(), 1_000).unref();
}

function examine(door: FrontDoor, request: IncomingMessage): Refused | null {
  const { method = "", url = "", headers } = request;
  if (!METHODS.has(method)) return { status: 405, text: "This method is not known here." };
  if (!isCanonicalUrl(url)) return { status: 404, text: "There is nothing here." };
  if (request.headersDistinct.host?.length !== 1) return { status: 400, text: "One host, please." };
  const path = url.split("?", 1)[0] ?? "";
  if (path.startsWith("/_next/image") || path.startsWith("/_next/data"))
    return { status: 404, text: "There is nothing here." };
  if (!isOwnOrigin(method, headers.origin, door.origin))
    return { status: 403, text: `Changes are taken from ${door.origin} only.`, kind: "origin-refused" };
  const action = headers["next-action"];
  if (action !== undefined && !isKnownAction(door, action)) return { status: 404, text: "There is nothing here." };
  if (Number(headers["content-length"] ?? 0) > bodyLimit(path))
    return { status: 413, text: `At most ${bodyLimit(path)} bytes.` };
  // A form that the browser sent by itself, before its script was there. Only calls by id are parsed.
  if (method === "POST" && action === undefined && !path.startsWith("/api/") && !isUpload(path))
    return { status: 303, text: "Send it once more.", location: path };
  return null;
}

function isKnownAction(door: FrontDoor, action: string | string[]): boolean {
  return (
    typeof action === "string" &&
    /^[0-9a-f]{40,44}$/.test(action) &&
    (door.actions === null || door.actions.has(action))
  );
}

function handOn(door: FrontDoor, request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? "").split("?", 1)[0] ?? "";
  const own = new URL(door.origin);
  const forwardedFor = request.headers["x-forwarded-for"];
  const host = request.headers.host;
  dropInternalHeaders(request.headers);
  nameNetwork(request.headers, request.socket.remoteAddress, String(forwardedFor ?? "") || undefined, door.trustProxy);
  if (host !== own.host && request.method === "GET" && !path.startsWith("/api/")) {
    response.writeHead(307, { Location: `${door.origin}${request.url}`, "Cache-Control": "private, no-store" }).end();
    return;
  }
  request.headers.host = own.host;
  const nonce = randomBytes(16).toString("base64");
  // Next.js reads the nonce for its own scripts from this request header.
  request.headers["content-security-policy"] = contentSecurityPolicy(nonce);
  request.headers["x-nonce"] = nonce;
  guardResponse(response, {
    nonce,
    path,
    secure: own.protocol === "https:",
    isAction: request.headers["next-action"] !== undefined,
  });
  limitBody(request, response, bodyLimit(path));
  door.next(request, response);
}

/** Ends a body that grows beyond the limit without having said so. */
function limitBody(request: IncomingMessage, response: ServerResponse, limit: number): void {
  if (request.headers["content-length"] !== undefined || request.headers["transfer-encoding"] === undefined) return;
  let seen = 0;
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    seen += chunk?.length ?? 0;
    if (seen <= limit) return push(chunk, encoding);
    if (!response.headersSent) say(response, 413, `At most ${limit} bytes.`, request);
    request.destroy();
    return false;
  };
}

function say(
  response: ServerResponse,
  status: number,
  text: string,
  request: IncomingMessage,
  location?: string,
): void {
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    Connection: "close",
    ...(location ? { Location: location } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : `${text}\n`);
  // The rest of a refused body is not read.
  request.resume();
}
