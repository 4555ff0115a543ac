/** Words of a variable's name that mean a credential. A name is cut into words at "_", "-", "." and at humps. */
const CREDENTIAL_WORDS = new Set([
  "password",
  "passwd",
  "passphrase",
  "passwort",
  "pwd",
  "secret",
  "token",
  "credential",
  "credentials",
  "apikey",
  "accesskey",
  "secretkey",
  "privatekey",
  "authkey",
]);

/** "KEY" alone sorts rows or names a field; after one of these words it opens something. */
const KEY_OPENS = new Set([
  "api",
  "access",
  "account",
  "auth",
  "azure",
  "batch",
  "cli",
  "encryption",
  "license",
  "master",
  "private",
  "secret",
  "signing",
  "ssh",
  "storage",
]);

/** Last words that make a name speak about a credential instead of holding one. */
const SPEAKS_ABOUT = new Set(
  "file files path dir directory folder name names namespace user username url uri endpoint host port ttl timeout expiry expires expiration duration lifetime interval length size min max limit count enabled disabled required policy type algorithm alg format header prefix suffix field claim issuer audience scope version id ids provider backend manager store mode rotation ref reference arn review reviewer kind hash salt rounds cert certificate public".split(
    " ",
  ),
);

/** Values that are what a credential looks like, whatever the name says. */
const CREDENTIAL_VALUES: readonly { what: string; like: RegExp }[] = [
  { what: "a private key", like: /-{3,5}BEGIN ([A-Z]+ )*PRIVATE KEY/ },
  { what: "an access key of AWS", like: /\b(AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { what: "a token of GitHub", like: /\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})/ },
  { what: "a token of GitLab", like: /\bglpat-[A-Za-z0-9_-]{16,}/ },
  { what: "a token of Slack", like: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/ },
  { what: "a key of Stripe", like: /\b[rs]k_(live|test)_[A-Za-z0-9]{10,}/ },
  { what: "a key of Google", like: /\bAIza[0-9A-Za-z_-]{35}/ },
  { what: "a JSON web token", like: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/ },
  { what: "a bearer token", like: /^\s*(bearer|basic)\s+[\w.~+/=-]{6,}\s*$/i },
];

/** The shapes of values that are credentials wherever in a text they stand. */
export const CREDENTIAL_SHAPES: readonly RegExp[] = CREDENTIAL_VALUES.map(({ like }) => like);

const PASSWORD_IN_ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:(?!\$[({])[^\s/@]+@/i;
const LONGEST = 100_000;

/** What the value itself gives away ("a private key"); null when it looks like no credential. */
export function credentialInValue(value: string): string | null {
  if (PASSWORD_IN_ADDRESS.test(value)) return "a password within an address";
  return CREDENTIAL_VALUES.find(({ like }) => like.test(value.slice(0, LONGEST)))?.what ?? null;
}

/** True when the whole value is or holds a credential; an address with a password in it is not one as a whole. */
export function isCredentialByLook(value: string): boolean {
  return CREDENTIAL_VALUES.some(({ like }) => like.test(value));
}

/** No name of a variable is longer; the last words of one say what it is. */
const LONGEST_NAME = 300;

/** True when a variable of this name holds a credential: DB_PASSWORD does, PASSWORD_FILE and TOKEN_TTL do not. */
export function namesCredential(name: string): boolean {
  const words = name
    .slice(-LONGEST_NAME)
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
  const last = words.at(-1);
  if (last === undefined || SPEAKS_ABOUT.has(last)) return false;
  if (words.includes("public") || words.includes("publickey")) return false;
  if (last === "pass") return true;
  return words.some((word, at) => CREDENTIAL_WORDS.has(word) || (word === "key" && KEY_OPENS.has(words[at - 1] ?? "")));
}

const POINTER =
  /^(\/|\.{1,2}\/|~\/|\$\(|\$\{|\{\{|file:|vault:|ref\+|op:\/\/|arn:|projects\/|secretmanager:|awssm:|gcpsm:|kms:|azurekeyvault)/i;
const SWITCH = /^(true|false|yes|no|on|off|null|none|nil|disabled|enabled)$/i;

/** True when the value only points to a credential (a path, another variable, a vault) or is a plain switch. */
export function isNoCredential(value: string): boolean {
  const trimmed = value.trim();
  return trimmed === "" || POINTER.test(trimmed) || SWITCH.test(trimmed);
}
