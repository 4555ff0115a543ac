/** `reason` is for people: it names no host, no account and nothing of the server's answer but its code. */
export type MailOutcome =
  | { outcome: "sent"; reason: "" }
  /** "unclear": the server had the whole mail and never said whether it took it, so that sending it again could make two. */
  | { outcome: "failed" | "unclear"; reason: string };

/** What became of a mail that was not sent. `handedOver`: the server had all of it before it went silent. */
export function failureOf(error: unknown, handedOver: boolean): MailOutcome {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  if (handedOver && typeof responseCode !== "number")
    return { outcome: "unclear", reason: "The mail server did not say whether it took it" };
  if (typeof responseCode === "number" && !BEFORE_ANY_MAIL.includes(String(code)))
    return { outcome: "failed", reason: `The mail server refused it (${responseCode})` };
  if (isCertificate(error)) return { outcome: "failed", reason: REASONS.ETLS ?? "" };
  return { outcome: "failed", reason: REASONS[String(code)] ?? "It could not be sent" };
}

/** What these say is not about the mail. */
const BEFORE_ANY_MAIL = ["EAUTH", "ENOAUTH", "ETLS"];

const REASONS: Readonly<Record<string, string>> = {
  ECONNECTION: "The mail server cannot be reached",
  ESOCKET: "The mail server cannot be reached",
  ECONNREFUSED: "The mail server cannot be reached",
  EDNS: "The mail server cannot be reached",
  ETIMEDOUT: "The mail server does not answer",
  EABORT: "The mail server does not answer",
  ETLS: "The mail server offers no encryption that can be trusted",
  EAUTH: "The mail server refuses the portal's account",
  ENOAUTH: "The mail server refuses the portal's account",
  ENOADDRESS: "Its address is none that mail can be sent to",
  ENOTIME: "The mail server was too slow to come to it",
};

/** A certificate that does not hold ends the connection like any other broken one; only its words tell. */
function isCertificate(error: unknown): boolean {
  return error instanceof Error && /certificate|altnames|wrong version number/i.test(error.message);
}
