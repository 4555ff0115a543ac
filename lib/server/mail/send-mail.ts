import "server-only";
import { createTransport } from "nodemailer";
import { environment } from "#lib/server/runtime/env.ts";
import { errorName, log } from "#lib/server/runtime/log.ts";

export type Mail = { to: { name: string; address: string }; subject: string; text: string };
/** `reason` is for people: it names no host, no account and nothing of the server's answer but its code. */
export type MailOutcome = { outcome: "sent"; reason: "" } | { outcome: "failed"; reason: string };

/** Whether the environment says how mail is sent. */
export function canSendMail(): boolean {
  return environment().SMTP_URL !== undefined;
}

/**
 * Sends mails one after another over one connection. A mail that fails keeps no other from being sent. Names and addresses go
 * through nodemailer's own encoding, so that none of them can add a header.
 */
export async function sendMails<Of>(mails: readonly (Mail & { of: Of })[]): Promise<{ of: Of; result: MailOutcome }[]> {
  const { SMTP_URL, MAIL_FROM } = environment();
  if (!SMTP_URL || !MAIL_FROM) throw new Error("no SMTP_URL");
  const transport = createTransport({
    url: SMTP_URL,
    pool: true,
    maxConnections: 1,
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  try {
    const sent: { of: Of; result: MailOutcome }[] = [];
    for (const { of, to, subject, text } of mails) {
      const result = await transport
        .sendMail({ from: MAIL_FROM, to, subject, text, headers: { "Auto-Submitted": "auto-generated" } })
        .then((): MailOutcome => ({ outcome: "sent", reason: "" }), failed);
      sent.push({ of, result });
    }
    return sent;
  } finally {
    transport.close();
  }
}

function failed(error: unknown): MailOutcome {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  log("error", "mail-failed", {
    reason: `${errorName(error)} ${String(code ?? "")} ${String(responseCode ?? "")}`.trim(),
  });
  return { outcome: "failed", reason: REASONS[String(code)] ?? sayResponse(responseCode) };
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNECTION: "The mail server cannot be reached",
  ESOCKET: "The mail server cannot be reached",
  ECONNREFUSED: "The mail server cannot be reached",
  EDNS: "The mail server cannot be reached",
  ETIMEDOUT: "The mail server does not answer",
  ETLS: "The mail server offers no encryption that can be trusted",
  EAUTH: "The mail server refuses the portal's account",
};

function sayResponse(code: unknown): string {
  return typeof code === "number" ? `The mail server refused it (${code})` : "It could not be sent";
}
