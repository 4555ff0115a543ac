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

const known = new Map<string, boolean>();
const MOST_KNOWN = 20_000;

/** Whether a name promises a credential ("DB_PASSWORD"), and not just something about one ("PASSWORD_FILE"). */
export function isCredentialName(name: string): boolean {
  const short = name.slice(0, 300);
  let answer = known.get(short);
  if (answer === undefined) {
    answer = (CREDENTIAL_NAME.test(short) && !ABOUT_A_CREDENTIAL.test(short)) || namesCredential(short);
    // The same few names come back for every object; hostile ones shall not fill the memory.
    if (known.size < MOST_KNOWN) known.set(short, answer);
  }
  return answer;
}

/** Only below folders where files are mounted: a random credential can begin with a slash too. */
const MOUNTED_FILE = /^\/(app|config|data|etc|home|mnt|opt|run|secrets?|tmp|usr|var|vault)\/[\w./-]+$/;
const VARIABLE = /^(\$\(\w+\)|\$\{?\w+\}?|\{\{.*\}\})$/;
const SWITCH = /^(true|false|yes|no|on|off|null|none|nil|\d{1,4})$/i;

/** Whether what stands under the name of a credential is plainly none: nothing, a mounted file, a variable, a switch. */
export function isPlainlyNoCredential(value: string): boolean {
  const text = value.trim();
  return text === "" || isRedacted(text) || MOUNTED_FILE.test(text) || VARIABLE.test(text) || SWITCH.test(text);
}

/** Whether a text is or holds a credential by its own shape. Linear in its length. */
export function looksLikeCredential(value: string): boolean {
  return isCredentialByLook(value);
}
