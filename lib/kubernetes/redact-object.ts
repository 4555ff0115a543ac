import { certificateMarker } from "./certificate-validity.ts";
import { Generations } from "./generations.ts";
import type { KubernetesObject } from "./object.ts";
import { record } from "./pod-template.ts";
import { redactText } from "./redact-text.ts";
import { isCredentialName, isPlainlyNoCredential, REDACTED, REDACTED_CREDENTIAL } from "./redaction.ts";

/** Annotations in which tools keep the whole object as it was applied. */
const COPY_OF_THE_OBJECT =
  /last-applied(-configuration)?$|^objectset\.rio\.cattle\.io\/applied$|^kapp\.k14s\.io\/original$/;
const TLS_TYPE = "kubernetes.io/tls";
const CHAIN = "tls.crt";
/** Maps whose keys are anybody's words, and whose values are compared with each other. */
const LABELS = new Set(["labels", "matchLabels", "selector", "nodeSelector"]);
/** Deeper than Kubernetes itself nests; what lies below is dropped rather than trusted. */
const DEEPEST = 100;

/**
 * The object without a secret value anywhere: Secret data, credential-looking literals in environments, arguments,
 * ConfigMaps, annotations and resources of any kind, passwords in addresses, and copies of the object in annotations.
 * Keys are kept, and a marker where a value stood; that of a certificate tells its dates. NUL characters and halves of characters, which no database stores, and
 * prototype keys are gone. The input is not changed; parts without any of this are shared with it. Who redacts many objects
 * that share parts (EqualParts) hands in what is known of these: each is then cleaned once.
 */
export function redactObject(object: KubernetesObject, known: CleanedParts | null = null): KubernetesObject {
  const copy = { ...(cleanRecord(object, { key: "", depth: 0, known }) as KubernetesObject) };
  const isSecret = copy.kind.toLowerCase() === "secret";
  if (isSecret)
    for (const field of ["data", "stringData"])
      if (copy[field] !== undefined) copy[field] = withDates(emptied(copy[field]), object, field);
  if (copy.binaryData !== undefined) copy.binaryData = emptied(copy.binaryData);
  const { annotations } = copy.metadata;
  if (annotations && typeof annotations === "object") {
    const kept = Object.entries(annotations).map(([key, value]) => [key, annotation(key, value, isSecret)]);
    copy.metadata = { ...copy.metadata, annotations: Object.fromEntries(kept) };
  }
  return copy;
}

function emptied(data: unknown): Record<string, string> {
  if (data === null || typeof data !== "object") return {};
  return Object.fromEntries(Object.keys(data).map((key) => [key, REDACTED]));
}

/** Of a certificate, which every visitor is shown, the dates are kept; not of its key. */
function withDates(kept: Record<string, string>, object: KubernetesObject, field: string): Record<string, string> {
  const chain = object.type === TLS_TYPE && CHAIN in kept ? record(object[field])[CHAIN] : null;
  const marker = typeof chain === "string" ? certificateMarker(chain) : null;
  return marker === null ? kept : { ...kept, [CHAIN]: marker };
}

/** That there was a copy is a finding; what it held is not ours to keep. */
function annotation(key: string, value: unknown, isOfSecret: boolean): unknown {
  if (COPY_OF_THE_OBJECT.test(key)) return REDACTED;
  if (typeof value === "string" && isOfSecret && (value.length > 256 || /^\s*[[{]/.test(value))) return REDACTED;
  return value;
}

/** Parts that have been cleaned, by what stands above them: of labels, of arguments and of all else. */
export class CleanedParts {
  readonly labels = new Generations<object, object>();
  readonly arguments = new Generations<object, object>();
  readonly else = new Generations<object, object>();
}

/** Deeper down a part may lose what lies too deep, as it does not higher up. */
const DEEPEST_KNOWN = 12;

type Where = { key: string; depth: number; known: CleanedParts | null };

function clean(value: unknown, where: Where): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value === "number" && !Number.isFinite(value)) return null;
  if (value === null || typeof value !== "object") return value;
  if (where.depth > DEEPEST) return null;
  if (!where.known || where.depth > DEEPEST_KNOWN) return cleanPart(value, where);
  const parts = where.known[LABELS.has(where.key) ? "labels" : isOfArguments(where.key) ? "arguments" : "else"];
  const cleaned = parts.get(value) ?? cleanPart(value, where);
  parts.set(value, cleaned);
  return cleaned;
}

function cleanPart(value: object, where: Where): object {
  return Array.isArray(value) ? cleanList(value, where) : cleanRecord(value as Record<string, unknown>, where);
}

function isOfArguments(key: string): boolean {
  return key === "args" || key === "command";
}

function cleanText(text: string): string {
  const storable = text.includes("\u0000") ? text.replaceAll("\u0000", "") : text;
  return redactText(storable.isWellFormed() ? storable : storable.toWellFormed());
}

function cleanList(list: unknown[], where: Where): unknown[] {
  const cleaned = isOfArguments(where.key)
    ? cleanArguments(list, below(where, ""))
    : list.map((item) => clean(item, below(where, where.key)));
  return cleaned.some((item, at) => item !== list[at]) ? cleaned : list;
}

function below({ depth, known }: Where, key: string): Where {
  return { key, depth: depth + 1, known };
}

function cleanRecord(record: Record<string, unknown>, where: Where): Record<string, unknown> {
  let copy: Record<string, unknown> | null = null;
  for (const name of Object.keys(record)) {
    const value = record[name];
    const kept = cleanField(name, value, record, where);
    const storable = cleanKey(name);
    if (kept === value && storable === name) continue;
    copy ??= { ...record };
    if (storable !== name) delete copy[name];
    if (storable !== null) copy[storable] = kept;
  }
  return copy ?? record;
}

/** Keys that reach into JavaScript's own objects; one with a "toString" of its own cannot even be turned into a text. */
const KEYS_OF_JAVASCRIPT = new Set(["__proto__", "constructor", "prototype", "toString"]);

/** The key as it may be stored; null for one of JavaScript's. */
function cleanKey(name: string): string | null {
  if (KEYS_OF_JAVASCRIPT.has(name)) return null;
  return name.includes("\u0000") || !name.isWellFormed() ? name.replaceAll("\u0000", "").toWellFormed() : name;
}

function cleanField(name: string, value: unknown, record: Record<string, unknown>, where: Where): unknown {
  if (typeof value !== "string") return clean(value, below(where, name));
  const isNamed = !LABELS.has(where.key) && isCredentialName(name);
  // {name: "DB_PASSWORD", value: "hunter2"}: an environment variable, a parameter, a header.
  const isLiteral = name === "value" && typeof record.name === "string" && isCredentialName(record.name);
  if ((isNamed || isLiteral) && !isPlainlyNoCredential(value)) return REDACTED_CREDENTIAL;
  return cleanText(value);
}

const FLAG = /^(--?[A-Za-z0-9_.-]+)(=)(.+)$/s;

/** "--db-password=hunter2" and ["--db-password", "hunter2"] lose the value. */
function cleanArguments(words: unknown[], where: Where): unknown[] {
  return words.map((word, index) => {
    if (typeof word !== "string") return clean(word, where);
    const [, name, , value] = FLAG.exec(word) ?? [];
    if (name && value && isCredentialName(name) && !isPlainlyNoCredential(value))
      return `${name}=${REDACTED_CREDENTIAL}`;
    return isValueOf(words[index - 1], word) ? REDACTED_CREDENTIAL : cleanText(word);
  });
}

function isValueOf(before: unknown, word: string): boolean {
  if (typeof before !== "string" || word.startsWith("-")) return false;
  if (before === "-u" || before === "--user") return /^[^:$]+:[^$]/.test(word) && !/^\d+:\d+$/.test(word);
  return /^--?[A-Za-z0-9_.-]+$/.test(before) && isCredentialName(before) && !isPlainlyNoCredential(word);
}
