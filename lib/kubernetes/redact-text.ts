import { CREDENTIAL_SHAPES } from "./credential-signs.ts";
import {
  isCredentialName,
  isPlainlyNoCredential,
  looksLikeCredential,
  REDACTED,
  REDACTED_CREDENTIAL,
} from "./redaction.ts";

/** Most texts hold nothing of the kind: one look tells. */
const SUSPECT =
  /:\/\/|BEGIN|A[KS]IA|gh[pousr]_|github_pat_|glpat-|xox|k_live_|k_test_|AIza|eyJ|bearer|basic|pass|pwd|secret|token|key|credential|dsn|"auth|connection|-u|--user|mysql|mariadb|redis-cli/i;
/** A text of this length that is a credential goes as a whole; a longer one is a file that holds one. */
const LONGEST_CREDENTIAL = 4_096;

const PRIVATE_KEY =
  /-{3,5}BEGIN [A-Z ]{0,40}PRIVATE KEY[A-Z ]{0,10}-{3,5}[^-]*(?:-{3,5}END [A-Z ]{0,40}PRIVATE KEY[A-Z ]{0,10}-{3,5})?/g;

/** `password = "x"`, `"token": "x"`, `-Dapi.key=x`, also with escaped quotes, within any text. */
const NAMED_VALUE =
  /((?:pass(?:w(?:or)?d|wort|phrase)?|pwd|secret|token|key|credentials?|dsn|connection[-_.]?string)[\w.-]{0,40}\\{0,3}["']?[ \t]{0,3}[:=][ \t]{0,3})(\\{1,3}"[^"\\\n]+\\{1,3}"|"[^"\n]+"|'[^'\n]+'|[|>][-+\d]{0,2}[ \t]*\n[ \t]+[^\n]+|[^\s"'\\,;&{}()[\]|>]+)/gi;
const DOCKER_AUTH = /("auth"\s{0,3}:\s{0,3}")[A-Za-z0-9+/=]{6,}(")/g;
const AUTHORIZATION =
  /(authorization\\{0,3}["']?[ \t]{0,3}[:=]?[ \t]{0,3}\\{0,3}["']?(?:bearer|basic|token)[ \t]{1,3})[\w.~+/=-]{6,}/gi;
const USER_AND_PASSWORD = /((?:^|\s)(?:-u|--user)[ =]["']?[^\s:"'$]{1,100}:)(?!\d+(?:\s|$))([^\s"'$][^\s"']{0,200})/g;
const PASSWORD_OF_CLIENT =
  /(\b(?:mysql|mariadb)\w{0,20}\b[^\n|;&]{0,200}?\s-p|\bredis-cli\b[^\n|;&]{0,200}?\s-a )([^\s$"'][^\s"']*)/g;

/**
 * The text without the credentials in it: passwords in addresses, keys and tokens known by their shape, values under the
 * name of a credential. A short text that is one goes as a whole. Linear in its length.
 */
export function redactText(text: string): string {
  if (text.length < 6 || !SUSPECT.test(text)) return text;
  const isLong = text.length > LONGEST_CREDENTIAL;
  if (!isLong && looksLikeCredential(text)) return REDACTED_CREDENTIAL;
  let rest = withoutPasswordsInAddresses(text);
  if (isLong) {
    rest = rest.replace(PRIVATE_KEY, REDACTED_CREDENTIAL);
    for (const shape of CREDENTIAL_SHAPES)
      rest = rest.replace(new RegExp(shape.source, `${shape.flags}g`), REDACTED_CREDENTIAL);
  }
  const named = rest;
  rest = rest
    .replace(NAMED_VALUE, (all, name: string, value: string, at: number) => withoutValue(named, all, name, value, at))
    .replace(DOCKER_AUTH, `$1${REDACTED_CREDENTIAL}$2`)
    .replace(AUTHORIZATION, `$1${REDACTED_CREDENTIAL}`)
    .replace(USER_AND_PASSWORD, `$1${REDACTED_CREDENTIAL}`);
  return / -[pa]/.test(rest) ? rest.replace(PASSWORD_OF_CLIENT, `$1${REDACTED_CREDENTIAL}`) : rest;
}

function withoutValue(text: string, all: string, name: string, value: string, at: number): string {
  const quote = /^\\*["']/.exec(value)?.[0] ?? "";
  const bare = quote === "" ? value : value.slice(quote.length, -quote.length);
  const key = `${wordBefore(text, at)}${name.replace(/(?<![\s:="'\\])[\s:="'\\]+$/, "")}`;
  if (!isCredentialName(key) || isPlainlyNoCredential(bare)) return all;
  return `${name}${quote}${REDACTED_CREDENTIAL}${quote}`;
}

/** What stands before a position and belongs to the same word. */
function wordBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < 60 && isWordCharacter(text.charCodeAt(start - 1))) start--;
  return text.slice(start, at);
}

/** Letters, digits, "_", "-" and ".". */
function isWordCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45 ||
    code === 46
  );
}

const LONGEST_AUTHORITY = 600;

/** scheme://user:password@host and scheme://token@host. Procedural: an expression for it takes quadratic time. */
function withoutPasswordsInAddresses(text: string): string {
  let done = "";
  let from = 0;
  for (let at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
    const start = at + 3;
    const userinfo = userinfoOf(text.slice(start, start + LONGEST_AUTHORITY));
    const colon = userinfo?.indexOf(":") ?? -1;
    if (userinfo === null || (colon < 0 && userinfo.length < 16)) continue;
    const secret = userinfo.slice(colon + 1);
    if (/^\$[({]/.test(secret) || secret === "" || isRedacted(secret)) continue;
    done += `${text.slice(from, start + colon + 1)}${REDACTED}`;
    from = start + userinfo.length;
  }
  return done === "" ? text : done + text.slice(from);
}

function isRedacted(secret: string): boolean {
  return secret === REDACTED || secret === REDACTED_CREDENTIAL;
}

/** What stands before the "@" of an address; null when nothing does. */
function userinfoOf(rest: string): string | null {
  const end = rest.search(/[\s"'<>\\]|:\/\//);
  const address = end < 0 ? rest : rest.slice(0, end);
  const slash = address.search(/[/?#]/);
  const authority = slash < 0 ? address : address.slice(0, slash);
  if (authority.includes("@")) return authority.slice(0, authority.lastIndexOf("@"));
  // A password may hold a slash; host:80/path@x holds none.
  const isPort = /^[^:]*(:\d{1,5})?$/.test(authority);
  return isPort || !address.includes("@") ? null : address.slice(0, address.lastIndexOf("@"));
}
