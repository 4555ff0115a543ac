import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, expect, test, vi } from "vitest";
import { type Mail, sendMails } from "./send-mail.ts";

const FROM = "Chartroom <chartroom@example.com>";
const ADA = { name: "Ada", address: "ada@example.com" };
const mail = (of: string, more: Partial<Mail> = {}) => ({
  ...{ of, to: { name: of, address: `${of}@example.com` }, subject: "Late", text: "in words", html: "<p>in words</p>" },
  ...more,
});

type Received = { to: string[]; raw: string };
const opened: { close: (done: () => void) => void }[] = [];
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  for (const server of opened.splice(0)) await new Promise<void>((done) => server.close(done));
  vi.restoreAllMocks();
});

async function openBox(options: SMTPServerOptions = {}): Promise<{ port: number; received: Received[] }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, raw: Buffer.concat(parts).toString() });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => {});
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  return { port: (server.server.address() as AddressInfo).port, received };
}

/** A server that says what it is told, line by line, and counts the mails whose end it saw. */
async function openOddServer(answer: (line: string, socket: Socket) => string | null, greeting: string | null) {
  const seen = { ends: 0 };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    if (greeting) socket.write(greeting);
    let isData = false;
    socket.on("data", (bytes) => {
      for (const line of bytes.toString().split("\r\n").slice(0, -1)) {
        if (isData && line !== ".") continue;
        if (line === ".") seen.ends++;
        isData = line === "DATA";
        const said = answer(line, socket);
        if (said) socket.write(`${said}\r\n`);
      }
    });
  });
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  return { port: (server.address() as AddressInfo).port, seen };
}
const politely = (line: string) => (line.startsWith("EHLO") ? "250 odd" : line === "DATA" ? "354 go on" : "250 fine");

const send = (url: string, mails: ReturnType<typeof mail>[], longest?: number) =>
  sendMails(mails, { SMTP_URL: url, MAIL_FROM: FROM }, longest);
const outcomes = (results: Awaited<ReturnType<typeof send>>) =>
  results.map(({ of, result }) => [of, result.outcome, result.reason]);

test("a mail has its words as text and as HTML, its sender, and where answers go", async () => {
  const { port, received } = await openBox();
  const replyTo = { name: "Clara", address: "clara@example.com" };
  expect(outcomes(await send(`smtp://127.0.0.1:${port}`, [mail("ada", { replyTo })]))).toEqual([["ada", "sent", ""]]);
  expect(received.map(({ to }) => to)).toEqual([["ada@example.com"]]);
  const parsed = await new PostalMime().parse(received[0]?.raw ?? "");
  expect(parsed).toMatchObject({
    from: { name: "Chartroom", address: "chartroom@example.com" },
    to: [{ name: "ada", address: "ada@example.com" }],
    replyTo: [replyTo],
    subject: "Late",
    attachments: [],
  });
  expect([parsed.text?.trim(), parsed.html?.trim()]).toEqual(["in words", "<p>in words</p>"]);
  expect(parsed.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
});

test("no name and no subject adds a header or another box", async () => {
  const { port, received } = await openBox();
  const nasty = [
    "Eve\r\nBcc: all@evil.example",
    "Eve\nBcc: all@evil.example",
    "Eve\r\n\r\nA body of her own",
    'Eve" <all@evil.example>, "',
    "Eve <all@evil.example>,",
    "\u2028Bcc: all@evil.example",
    "=?utf-8?q?Eve=0D=0ABcc:_all=40evil.example?=",
  ];
  const mails = nasty.map((name, at) =>
    mail(`m${at}`, { to: { ...ADA, name }, replyTo: { ...ADA, name }, subject: name }),
  );
  expect((await send(`smtp://127.0.0.1:${port}`, mails)).map(({ result }) => result.outcome)).toEqual(
    nasty.map(() => "sent"),
  );
  for (const { to, raw } of received) {
    expect(to).toEqual(["ada@example.com"]);
    const parsed = await new PostalMime().parse(raw);
    expect(parsed.to).toMatchObject([{ address: "ada@example.com" }]);
    expect([parsed.cc, parsed.bcc, parsed.text?.trim()]).toEqual([undefined, undefined, "in words"]);
  }
});

test("what is no single address gets no mail, and nobody else gets it either", async () => {
  const { port, received } = await openBox();
  const addresses = [
    "ada@example.com, all@evil.example",
    "ada@example.com\r\nRCPT TO:<all@evil.example>",
    '"all@evil.example"@example.com',
    "ada@example.com>,<all@evil.example",
    "all@evil.example x@example.com",
    "ada\uff20example.com",
    "ada@exa\u212aple.com",
    "",
  ];
  const mails = addresses.map((address, at) => mail(`m${at}`, { to: { name: "Ada", address } }));
  const results = await send(`smtp://127.0.0.1:${port}`, [...mails, mail("bo")]);
  expect(results.filter(({ result }) => result.outcome === "sent").map(({ of }) => of)).toEqual(["bo"]);
  expect(results[0]?.result.reason).toBe("Its address is none that mail can be sent to");
  expect(received.map(({ to }) => to)).toEqual([["bo@example.com"]]);
});

test("one address that is refused keeps no other from its mail", async () => {
  const { port, received } = await openBox({
    onRcptTo: ({ address }, _, done) =>
      done(address.startsWith("bo") ? Object.assign(new Error("no such box"), { responseCode: 550 }) : null),
  });
  expect(
    outcomes(
      await send(
        `smtp://127.0.0.1:${port}`,
        ["ada", "bo", "cy"].map((of) => mail(of)),
      ),
    ),
  ).toEqual([
    ["ada", "sent", ""],
    ["bo", "failed", "The mail server refused it (550)"],
    ["cy", "sent", ""],
  ]);
  expect(received.map(({ to }) => to[0])).toEqual(["ada@example.com", "cy@example.com"]);
});

test("a server that is down is told of each mail, and tried once", async () => {
  const { port } = await openBox();
  await new Promise<void>((done) => opened.pop()?.close(done));
  expect(
    outcomes(
      await send(
        `smtp://127.0.0.1:${port}`,
        ["ada", "bo"].map((of) => mail(of)),
      ),
    ),
  ).toEqual([
    ["ada", "failed", "The mail server cannot be reached"],
    ["bo", "failed", "The mail server cannot be reached"],
  ]);
});

test("a server that never greets is given up", async () => {
  const { port } = await openOddServer(() => null, null);
  expect(outcomes(await send(`smtp://127.0.0.1:${port}?greetingTimeout=200`, [mail("ada")]))).toEqual([
    ["ada", "failed", "The mail server does not answer"],
  ]);
});

test("a server that goes silent after it had the mail may have taken it: it is not sent again", async () => {
  const cut = await openOddServer((line, socket) => {
    if (line === ".") socket.destroy();
    return line === "." ? null : politely(line);
  }, "220 odd\r\n");
  const ended = await openOddServer((line, socket) => {
    if (line === ".") socket.end();
    return line === "." ? null : politely(line);
  }, "220 odd\r\n");
  const silent = await openOddServer((line) => (line === "." ? null : politely(line)), "220 odd\r\n");
  for (const { port, seen } of [cut, ended, silent]) {
    expect(outcomes(await send(`smtp://127.0.0.1:${port}?socketTimeout=300`, [mail("ada")]))).toEqual([
      ["ada", "unclear", "The mail server did not say whether it took it"],
    ]);
    expect(seen.ends).toBe(1);
  }
});

test("a server that takes one mail a connection gets each of them once", async () => {
  for (const leave of ["end", "destroy"] as const) {
    const { port, seen } = await openOddServer((line, socket) => {
      if (line !== ".") return politely(line);
      socket.write("250 taken\r\n", () => socket[leave]());
      return null;
    }, "220 odd\r\n");
    const results = await send(`smtp://127.0.0.1:${port}`, [mail("ada"), mail("bo"), mail("cy")]);
    expect(outcomes(results)).toEqual([
      ["ada", "sent", ""],
      ["bo", "sent", ""],
      ["cy", "sent", ""],
    ]);
    expect(seen.ends).toBe(3);
  }
});

test("what the server refuses after it had all of it was not taken", async () => {
  const { port } = await openOddServer(
    (line) => (line === "." ? "554 looks like spam" : politely(line)),
    "220 odd\r\n",
  );
  expect(outcomes(await send(`smtp://127.0.0.1:${port}`, [mail("ada")]))).toEqual([
    ["ada", "failed", "The mail server refused it (554)"],
  ]);
});

test("whoever waits does not wait longer than that: the rest is told as not sent", async () => {
  const { port, received } = await openBox();
  const results = await send(`smtp://127.0.0.1:${port}`, [mail("ada"), mail("bo")], -1);
  expect(outcomes(results)).toEqual([
    ["ada", "failed", "The mail server was too slow to come to it"],
    ["bo", "failed", "The mail server was too slow to come to it"],
  ]);
  expect(received).toEqual([]);
});

test("where encryption is required, nothing goes to a server that has none, nor to one whose certificate does not hold", async () => {
  const auth = vi.fn();
  const onAuth: SMTPServerOptions["onAuth"] = (_, __, done) => {
    auth();
    done(null, { user: "account" });
  };
  const plain = await openBox({ onAuth, allowInsecureAuth: true });
  const selfSigned = await openBox({ onAuth, disabledCommands: [] });
  for (const { port, received } of [plain, selfSigned]) {
    const results = await send(`smtp://account:hunter2@127.0.0.1:${port}?requireTLS=true`, [mail("ada")]);
    expect(outcomes(results)).toEqual([["ada", "failed", "The mail server offers no encryption that can be trusted"]]);
    expect(received).toEqual([]);
  }
  expect(auth).not.toHaveBeenCalled();
  const trusting = await send(
    `smtp://account:hunter2@127.0.0.1:${selfSigned.port}?requireTLS=true&tls.rejectUnauthorized=false`,
    [mail("ada")],
  );
  expect(outcomes(trusting)).toEqual([["ada", "sent", ""]]);
});

test("an account that is refused is asked once, and neither it nor its password is told or logged", async () => {
  const written: string[] = [];
  for (const stream of [process.stderr, process.stdout])
    vi.spyOn(stream, "write").mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    });
  const auth = vi.fn();
  const { port } = await openBox({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) => {
      auth();
      done(new Error(`${username} with ${password} is unknown`));
    },
  });
  const results = await send(`smtp://purser:hunter2@127.0.0.1:${port}`, [mail("ada"), mail("bo")]);
  expect(outcomes(results)).toEqual([
    ["ada", "failed", "The mail server refuses the portal's account"],
    ["bo", "failed", "The mail server refuses the portal's account"],
  ]);
  expect(auth).toHaveBeenCalledTimes(1);
  expect(written.join("")).toContain("mail-failed");
  expect(written.join("") + JSON.stringify(results)).not.toMatch(/purser|hunter2|127\.0\.0\.1/);
});
