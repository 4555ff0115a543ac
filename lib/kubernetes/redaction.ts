import { isCredentialByLook, namesCredential } from "./credential-signs.ts";

/** Stands where a secret value stood. Keys, names and the fact that there was a value are kept; the value never is. */
export const REDACTED = "[redacted]";
/** Stands where a literal looked like a credential, so that the check about such literals can still see it. */
export const REDACTED_CREDENTIAL = "[redacted credential]";

/** Whether a value is one of ours. */
export function isRedacted(value: unknown): boolean {
  return value === REDACTED || value === REDACTED_CREDENTIAL || (typeof value === "string" && value.includes(REDACTED));
}

const CREDENTIAL_NAME =
  /(passw(or)?d|passwd|passphrase|secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key|credential|client[-_.]?secret|auth[-_.]?key|connection[-_.]?string|dsn)/i;
/** Names that speak about a credential without being one: where it lies, how long it lasts, whether it is asked for. */
const ABOUT_A_CREDENTIAL =
  /(file|path|dir|name|ref|url|uri|endpoint|issuer|expir\w*|ttl|timeout|length|size|enabled|required|type|algorithm|header|prefix|namespace|mount\w*|provider|manager|policy|rotation|duration|interval|audience|review)$/i;
const CREDENTIAL_VALUE = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{30,}\b/,
  /\bglpat-[A-Za-z0-9_-]{20}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}\b/,
  /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,}\b/,
  /\bAIza[0-9A-Za-z_-]{35}\b/,
  /\bsk_live_[0-9a-zA-Z]{16,}\b/,
];
/** scheme://user:password@host */
const URL_WITH_PASSWORD = /([a-z][a-z0-9+.-]{1,30}:\/\/[^\s:/@]{1,200}:)([^\s@/]{1,500})(@)/gi;
const LONGEST = 100_000;

/** Whether a name promises a credential ("DB_PASSWORD"), and not just something about one ("PASSWORD_FILE"). */
export function isCredentialName(name: string): boolean {
  const short = name.slice(0, 300);
  return (CREDENTIAL_NAME.test(short) && !ABOUT_A_CREDENTIAL.test(short)) || namesCredential(short);
}

/** Whether a text is or holds a credential by its own shape. Linear in its length; very long texts are looked at in part. */
export function looksLikeCredential(value: string): boolean {
  const text = value.slice(0, LONGEST);
  return CREDENTIAL_VALUE.some((shape) => shape.test(text)) || isCredentialByLook(text);
}

/** The text without passwords in URLs; a text that is a credential goes as a whole. */
export function redactText(value: string): string {
  if (looksLikeCredential(value)) return REDACTED_CREDENTIAL;
  return value.length > 3 && value.includes("://") ? value.replaceAll(URL_WITH_PASSWORD, `$1${REDACTED}$3`) : value;
}
