import type { KubernetesObject } from "./object.ts";
import { isCredentialName, REDACTED, REDACTED_CREDENTIAL, redactText } from "./redaction.ts";

const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
/** Deeper than Kubernetes itself nests; what lies below is dropped rather than trusted. */
const DEEPEST = 100;

/**
 * The object without a secret value anywhere: Secret data, credential-looking literals in environments, arguments,
 * ConfigMaps and annotations, passwords in URLs, and copies of the object in annotations. A new object; NUL characters,
 * which no database stores, and prototype keys are gone.
 */
export function redactObject(object: KubernetesObject): KubernetesObject {
  const copy = clean(object, "", 0) as KubernetesObject;
  if (object.kind === "Secret") {
    for (const field of ["data", "stringData"] as const)
      if (copy[field] !== undefined) copy[field] = emptied(copy[field]);
  }
  if (object.kind === "ConfigMap") {
    for (const field of ["data", "binaryData"] as const)
      if (copy[field] !== undefined) copy[field] = withoutCredentials(copy[field]);
  }
  const annotations = copy.metadata?.annotations;
  if (annotations && typeof annotations === "object") {
    for (const key of Object.keys(annotations)) {
      // That there was a copy is a finding; what it held is not ours to keep.
      if (key === LAST_APPLIED) annotations[key] = REDACTED;
      else if (isCredentialName(key)) annotations[key] = REDACTED_CREDENTIAL;
    }
  }
  return copy;
}

function emptied(data: unknown): Record<string, string> {
  if (data === null || typeof data !== "object") return {};
  return Object.fromEntries(Object.keys(data).map((key) => [key, REDACTED]));
}

function withoutCredentials(data: unknown): unknown {
  if (data === null || typeof data !== "object" || Array.isArray(data)) return {};
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, typeof value === "string" ? configValue(key, value) : REDACTED]),
  );
}

const KEY_IN_TEXT =
  /^(\s*["']?[A-Za-z0-9_.-]*(?:password|passwd|secret|token|api[-_]?key|private[-_]?key)["']?\s*[:=]\s*)(\S.*)$/gim;

/** A ConfigMap's value: whole when its key names a credential, else line by line. */
function configValue(key: string, value: string): string {
  if (isCredentialName(key)) return value.trim() === "" ? value : REDACTED_CREDENTIAL;
  return redactText(value).replaceAll(KEY_IN_TEXT, (_, name: string) => `${name}${REDACTED_CREDENTIAL}`);
}

function clean(value: unknown, key: string, depth: number): unknown {
  if (typeof value === "string") return redactText(value.includes("\u0000") ? value.replaceAll("\u0000", "") : value);
  if (value === null || typeof value !== "object")
    return typeof value === "number" && !Number.isFinite(value) ? null : value;
  if (depth > DEEPEST) return null;
  if (Array.isArray(value))
    return key === "args" || key === "command"
      ? cleanArguments(value)
      : value.map((item) => clean(item, key, depth + 1));
  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    if (name === "__proto__" || name === "constructor" || name === "prototype") continue;
    copy[name.includes("\u0000") ? name.replaceAll("\u0000", "") : name] = clean(item, name, depth + 1);
  }
  return isCredentialLiteral(copy) ? { ...copy, value: REDACTED_CREDENTIAL } : copy;
}

/** Only below folders where files are mounted: a random credential can begin with a slash too. */
const MOUNTED_FILE = /^\/(app|config|data|etc|home|mnt|opt|run|secrets?|tmp|usr|var|vault)\/[\w./-]+$/;

/** {name: "DB_PASSWORD", value: "hunter2"}: an environment variable with a literal credential. */
function isCredentialLiteral(entry: Record<string, unknown>): boolean {
  const { name, value } = entry;
  if (typeof name !== "string" || typeof value !== "string" || value === "" || !isCredentialName(name)) return false;
  // A reference to another variable or to a mounted file and a plain switch are no credentials.
  if (MOUNTED_FILE.test(value)) return false;
  return !/^\$\([A-Za-z0-9_]+\)$/.test(value) && !/^(true|false|yes|no|\d{1,4})$/i.test(value);
}

const FLAG = /^(--?[A-Za-z0-9-]+)(=)(.+)$/s;

/** "--db-password=hunter2" and ["--db-password", "hunter2"] lose the value. */
function cleanArguments(words: unknown[]): unknown[] {
  return words.map((word, index) => {
    if (typeof word !== "string") return clean(word, "", 1);
    const flag = FLAG.exec(word);
    if (flag && isCredentialName(flag[1] ?? "")) return `${flag[1]}=${REDACTED_CREDENTIAL}`;
    const before = words[index - 1];
    const named =
      typeof before === "string" &&
      /^--?[A-Za-z0-9-]+$/.test(before) &&
      isCredentialName(before) &&
      !word.startsWith("-");
    return named ? REDACTED_CREDENTIAL : redactText(word.replaceAll("\u0000", ""));
  });
}
