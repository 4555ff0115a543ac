import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { connect } from "node:net";

/** HTTP without a browser's or a library's good manners: paths and headers go out as they are written. */
export type Answer = { status: number; headers: IncomingHttpHeaders; body: string; milliseconds: number };
export type Question = {
  method?: string;
  path: string;
  headers?: OutgoingHttpHeaders;
  cookie?: string;
  body?: string | Buffer;
  /** A loopback address to come from, so that limits by network do not touch other tests. */
  from?: string;
  port?: number;
};

export const PORT = Number(process.env.E2E_PORT ?? 3107);
export const ORIGIN = `http://localhost:${PORT}`;

/** What every case asserts at its end: nothing that was asked since was answered with 5xx. */
export const broken: string[] = [];

export function ask(question: Question): Promise<Answer> {
  const { method = "GET", path, headers = {}, cookie, body, from, port = PORT } = question;
  const started = performance.now();
  return new Promise((done, fail) => {
    const sent = request({
      host: "127.0.0.1",
      port,
      method,
      path,
      localAddress: from,
      agent: false,
      headers: {
        host: `localhost:${PORT}`,
        ...(cookie ? { cookie } : {}),
        ...(body === undefined ? {} : { "content-length": Buffer.byteLength(body) }),
        ...headers,
      },
    });
    sent.once("error", fail);
    sent.once("response", (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      const finish = () => {
        const status = response.statusCode ?? 0;
        if (status >= 500) broken.push(`${method} ${path} answered ${status}`);
        done({
          status,
          headers: response.headers,
          body: Buffer.concat(parts).toString("utf8"),
          milliseconds: performance.now() - started,
        });
      };
      response.once("end", finish);
      response.once("error", finish);
    });
    sent.end(body);
  });
}

/** A page as React asks for it. Next.js sends such a question once to the address that says what was asked; follows it there. */
export async function askPayload(question: Question): Promise<Answer> {
  const first = await ask(question);
  const there = String(first.headers.location ?? "");
  return first.status === 307 && there.includes("_rsc") ? ask({ ...question, path: there.replace(ORIGIN, "") }) : first;
}

/** Changes come from our own pages, so they carry our origin. */
export function post(question: Question): Promise<Answer> {
  return ask({ method: "POST", ...question, headers: { origin: ORIGIN, ...question.headers } });
}

/** Sends these very bytes and hands back what comes until the other side ends. */
export function exchange(bytes: string | Buffer): Promise<string> {
  return new Promise((done) => {
    let said = "";
    const socket = connect(PORT, "127.0.0.1");
    socket.on("data", (part) => {
      said += part.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      if (/^HTTP\/1\.1 5/.test(said)) broken.push(said.slice(0, 200));
      done(said);
    });
    socket.write(bytes);
  });
}
