import { Generations } from "./generations.ts";
import type { KubernetesObject } from "./object.ts";

const LONGEST_TEXT = 512;
const MOST_FIELDS = 256;
/** Different in every object: looking for their like is in vain. */
const NEVER_EQUAL: ReadonlySet<string> = new Set(["uid", "resourceVersion"]);

/**
 * Lets equal parts of many objects be one and the same: the labels of all pods of an owner, their containers, their
 * tolerations; texts too. A cluster repeats itself so much that a tenth is left. Nothing that can be read changes. What is
 * handed in is taken over: its parts are replaced by their equals in place.
 */
export class EqualParts {
  private readonly texts = new Generations<string, string>();
  private readonly parts = new Generations<number, object>();
  /** Of the part that was visited last. Equal parts have equal ones; the reverse is looked at. */
  private hash = 0;

  share(object: KubernetesObject): KubernetesObject {
    for (const field of Object.keys(object)) {
      if (field === "metadata") {
        this.shareFields(object.metadata);
        this.shareTexts(object.metadata);
      } else if (typeof object[field] === "string") object[field] = this.textOf(object[field]);
      else object[field] = this.visit(object[field]);
    }
    return object;
  }

  private visit(value: unknown): unknown {
    if (value !== null && typeof value === "object") {
      const hash = Array.isArray(value) ? this.shareEntries(value) : this.shareFields(value as Record<string, unknown>);
      const known = this.equalOf(value, hash);
      this.hash = hash;
      return known;
    }
    this.hash =
      typeof value === "string" ? hashOf(value) : typeof value === "number" ? value | 0 : value === true ? 7 : 11;
    return value;
  }

  private textOf(text: string): string {
    if (text.length > LONGEST_TEXT) return text;
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    this.texts.set(text, text);
    return text;
  }

  private shareEntries(list: unknown[]): number {
    let hash = 31;
    for (let at = 0; at < list.length; at++) {
      const entry = list[at];
      const shared = this.visit(entry);
      if (shared !== entry) list[at] = shared;
      hash = mix(hash, this.hash);
    }
    return hash;
  }

  private shareFields(fields: Record<string, unknown>): number {
    let hash = 17;
    for (const field of Object.keys(fields)) {
      const value = fields[field];
      const shared = this.visit(value);
      if (shared !== value) fields[field] = shared;
      hash = mix(mix(hash, field.length), this.hash);
    }
    return hash;
  }

  private equalOf(value: object, hash: number): object {
    const known = this.parts.get(hash);
    if (known !== undefined && areEqual(known, value)) return known;
    this.shareTexts(value as Record<string, unknown>);
    this.parts.set(hash, value);
    return value;
  }

  /** Of a part that is new its texts may be known all the same. */
  private shareTexts(fields: Record<string, unknown>): void {
    for (const field of Object.keys(fields)) {
      const value = fields[field];
      if (typeof value === "string" && !NEVER_EQUAL.has(field)) fields[field] = this.textOf(value);
    }
  }
}

/** Whether two values have the same fields in the same order with the very same values; their parts are shared already. */
function areEqual(a: object, b: object): boolean {
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const fields = Object.keys(a);
  const others = Object.keys(b);
  if (fields.length !== others.length || fields.length > MOST_FIELDS) return false;
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at] as string;
    if (field !== others[at]) return false;
    if ((a as Record<string, unknown>)[field] !== (b as Record<string, unknown>)[field]) return false;
  }
  return true;
}

function mix(hash: number, more: number): number {
  return (Math.imul(hash ^ more, 0x01000193) ^ (hash >>> 15)) | 0;
}

/** Of a few characters: texts of one length that differ between them are told apart when they are compared. */
function hashOf(text: string): number {
  const { length } = text;
  let hash = length;
  const step = length > 16 ? Math.floor(length / 16) : 1;
  for (let at = 0; at < length; at += step) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return length > 0 ? (Math.imul(hash, 31) + text.charCodeAt(length - 1)) | 0 : hash;
}
