import { credentialInValue, isNoCredential, namesCredential } from "#lib/kubernetes/credential-signs.ts";
import { redactText } from "#lib/kubernetes/redact-text.ts";
import { isCredentialName, isRedacted, REDACTED_CREDENTIAL } from "#lib/kubernetes/redaction.ts";

/**
 * What credential a value is that stands under a name ("a private key", "a credential"), told by its look, by the name, or
 * by the mark that collecting left in its place; null when it is none.
 */
export function credentialHeldBy(name: string, value: string): string | null {
  if (isRedacted(value)) return whatWasRemoved(name);
  const seen = credentialInValue(value);
  if (seen !== null) return seen;
  return namesCredential(name) && !isNoCredential(value) ? "a credential" : null;
}

/** Collecting removes by the name, generously, and by the look of the value: the first says less than a check wants. */
function whatWasRemoved(name: string): string | null {
  const wasRemovedByName = isCredentialName(name);
  return wasRemovedByName && !namesCredential(name) ? null : "a credential (its value was removed)";
}

/** What stands between a name and its value: `password: "`, `"token" = `. */
const NAME_BEFORE = /([\w.-]{1,80})\\*["']?[ \t]*[:=][ \t]*\\*["']?$/;
const LONGEST_NAME = 120;

/**
 * What stands as a credential within a longer text, a file say: the name before it ("REDIS_PASSWORD"), or "" where it was
 * told by its look. The same for a text whose credentials collecting has removed; null when there is none.
 */
export function credentialWithin(text: string): string | null {
  const marked = text.includes(REDACTED_CREDENTIAL) ? text : redactText(text);
  for (let at = marked.indexOf(REDACTED_CREDENTIAL); at >= 0; at = marked.indexOf(REDACTED_CREDENTIAL, at + 1)) {
    // "$(cat file)" lost its first sign, and so did a pattern that follows another operator: neither was a literal.
    const before = marked.slice(Math.max(0, at - LONGEST_NAME), at);
    const after = marked[at + REDACTED_CREDENTIAL.length] ?? "";
    const isQuoted = /["']$/.test(before);
    if (/[({[$]/.test(after) || (!isQuoted && /["'`]/.test(after))) continue;
    const name = NAME_BEFORE.exec(before)?.[1];
    if (name === undefined) return "";
    if (namesCredential(name)) return name;
  }
  return null;
}
