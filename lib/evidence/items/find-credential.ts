import { redactText } from "#lib/kubernetes/redact-text.ts";

/** A credential in a text: the line that it stands in, from 1, and what it looks like. Never its value. */
export type FoundCredential = { line: number; what: string };

const KUBECONFIG = /^\s*"?(client-key-data|client-certificate-data)"?\s{0,3}:\s{0,3}"?[A-Za-z0-9+/=]{8,}/;
/** "-----BEGIN " in base64, at any of its three offsets within a value, with the words of a private key after it. */
const KEY_IN_BASE64 = /LS0tLS1CRUdJTi[A-Za-z0-9+/]{0,40}(UFJJVkFURSBLRVk|BSSVZBVEUgS0VZ|QUklWQVRFIEtFW)/;
const SECRET_KIND = /^\s*(-\s)?"?kind"?\s{0,3}:\s{0,3}"?Secret"?\s{0,3},?\s*$/;
const SECRET_DATA = /^\s*"?(data|stringData)"?\s{0,3}:\s{0,3}(\{\s*("[^"]+"\s{0,3}:|[\w.-]+:)|\{?\s*$)/;
/** What people write where a value stood. */
const LEFT_OUT =
  /(?<=[:=][ \t]{0,3}["']?)(<[\w .-]{1,40}>|\*{3,60}|x{3,60}|redacted|removed|hidden|present|absent|missing|none|\.{3})(?=["',;\s]|$)/gi;
/** `kubectl describe serviceaccount` lists names of tokens and secrets under these. */
const NAMES_OF = /\b(tokens|secrets)(?=["']?[ \t]{0,3}:)/gi;

/** Watches lines for credentials, one after another, and remembers the first one. Linear in what it is given. */
export class CredentialWatch {
  found: FoundCredential | null = null;
  private number = 0;
  private secretAt: number | null = null;
  private dataAt: number | null = null;

  /** A line, or where it is very long a part of it (`continues`: the same line goes on). */
  see(line: string, continues = false): void {
    if (!continues) this.number++;
    if (this.found) return;
    const what = credentialInLine(line) ?? this.secretObject(line);
    if (what) this.found = { line: this.number, what };
  }

  /** Kind and data of one object come in any order. */
  private secretObject(line: string): string | null {
    if (/^---\s*$/.test(line)) [this.secretAt, this.dataAt] = [null, null];
    if (SECRET_KIND.test(line)) this.secretAt = this.number;
    if (SECRET_DATA.test(line)) this.dataAt = this.number;
    return this.secretAt !== null && this.dataAt !== null ? "the data of a Secret" : null;
  }
}

/** The first credential in a text; null: none that is known. */
export function findCredential(text: string): FoundCredential | null {
  const watch = new CredentialWatch();
  for (const line of text.split("\n")) {
    watch.see(line);
    if (watch.found) break;
  }
  return watch.found;
}

function credentialInLine(line: string): string | null {
  if (KUBECONFIG.test(line)) return "a client's key of a kubeconfig";
  if (KEY_IN_BASE64.test(line)) return "a private key in base64";
  if (/-{3,5}BEGIN [A-Z ]{0,40}PRIVATE KEY/.test(line)) return "a private key";
  const plain = line.replace(LEFT_OUT, "[redacted]").replace(NAMES_OF, "things");
  return redactText(plain) === plain ? null : "a password, token or key";
}
