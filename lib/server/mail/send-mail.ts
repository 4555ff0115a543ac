import "server-only";
import { PassThrough } from "node:stream";
import { createTransport } from "nodemailer";
import { z } from "zod";
import { type Environment, environment } from "#lib/server/runtime/env.ts";
import { log } from "#lib/server/runtime/log.ts";
import { failureOf, type MailOutcome } from "./failure.ts";
import { smtpOptions } from "./smtp-options.ts";

type Box = { name: string; address: string };
export type Mail = { to: Box; replyTo?: Box; subject: string; text: string; html: string };

/** How long somebody waits for one answer of the portal, and how long one mail may take, whatever the mail server does. */
const LONGEST = 60_000;
const LONGEST_OF_ONE = 30_000;

/** Whether the environment says how mail is sent. */
export function canSendMail(): boolean {
  return environment().SMTP_URL !== undefined;
}

/**
 * Sends mails one after another, each over a connection of its own, since some servers end it after each. A mail that fails
 * keeps no other from being sent; a server that cannot be reached, or refuses the account, is asked once and not for every
 * mail. Names and addresses go through nodemailer's own encoding, so that none of them can add a header or a recipient. No
 * mail is sent twice: one that the server may have taken is "unclear".
 */
export async function sendMails<Of>(
  mails: readonly (Mail & { of: Of })[],
  { SMTP_URL, MAIL_FROM }: Pick<Environment, "SMTP_URL" | "MAIL_FROM"> = environment(),
  longest = LONGEST,
): Promise<{ of: Of; result: MailOutcome }[]> {
  if (!SMTP_URL || !MAIL_FROM) throw new Error("no SMTP_URL");
  const post = openPost(SMTP_URL, MAIL_FROM);
  const end = performance.now() + longest;
  try {
    const closed = await post.tryOut();
    const sent: { of: Of; result: MailOutcome }[] = [];
    for (const { of, ...mail } of mails) {
      const late = performance.now() > end ? failed({ code: "ENOTIME" }) : null;
      sent.push({ of, result: closed ?? late ?? (await post.send(mail)) });
    }
    return sent;
  } finally {
    post.close();
  }
}

function openPost(url: string, from: string) {
  const transport = createTransport(smtpOptions(url));
  let handedOver = false;
  transport.use("stream", (mail, done) => {
    mail.message?.transform(
      () =>
        new PassThrough({
          flush: (flushed) => {
            handedOver = true;
            flushed();
          },
        }),
    );
    done();
  });
  return {
    tryOut: () => transport.verify().then(() => null, failed),
    send: async (mail: Mail): Promise<MailOutcome> => {
      handedOver = false;
      if (!z.email().safeParse(mail.to.address).success) return failed({ code: "ENOADDRESS" });
      return transport
        .sendMail({
          ...{ ...mail, from, headers: { "Auto-Submitted": "auto-generated" } },
          // A server that trickles its replies is never silent for long enough to be given up.
          signal: AbortSignal.timeout(LONGEST_OF_ONE),
        })
        .then(
          (): MailOutcome => ({ outcome: "sent", reason: "" }),
          (error) => failed(error, handedOver),
        );
    },
    close: () => transport.close(),
  };
}

function failed(error: unknown, handedOver = false): MailOutcome {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const name = error instanceof Error ? error.name : "";
  log("error", "mail-failed", { reason: `${name} ${String(code ?? "")} ${String(responseCode ?? "")}`.trim() });
  return failureOf(error, handedOver);
}
