import type { KubernetesObject, LocatedObject, Place, Unreadable } from "./object.ts";
import { record } from "./pod-template.ts";

/** The kind under which a snapshot keeps what the API server refused: its own word for it. */
export const STATUS = "Status";
/** Stands for every resource where a file was cut, and nobody knows what stood behind; asked for, for any that is missed. */
export const ANY_KIND = "*";

/** What an API server answered instead of a list: why, by its own code; 0 where a list ends before its end. */
type Refused = { resource: string; group: string; code: number };

const WHY: Readonly<Record<number, string>> = {
  0: "the snapshot holds a part of them at most",
  401: "the API server did not know who asked (401)",
  403: "the account that collected may not list them (403)",
  410: "the list expired before it was read to its end (410)",
  429: "the API server was asked too often (429)",
};

/** "networkpolicies" of "NetworkPolicy", as the API server forms it. */
export function resourceOf(kind: string): string {
  const name = kind.toLowerCase();
  if (name === "endpoints" || name === "podmetrics" || name === "nodemetrics") return name.replace(/metrics$/, "s");
  if (/(s|x|ch|sh)$/.test(name)) return `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}

/** The refusal as an object of the snapshot, so that it is stored with it and told again. Nothing of its words is kept. */
export function refusalObject({ resource, group, code }: Refused): KubernetesObject {
  const name = [resource === ANY_KIND ? "cut" : resource, group].filter(Boolean).join(".");
  const details = { kind: resource, ...(group ? { group } : {}) };
  return { apiVersion: "v1", kind: STATUS, metadata: { name }, status: "Failure", code, details };
}

/** One sentence about it for people. */
export function refusalInWords({ resource, group, code }: Refused): string {
  const what =
    resource === ANY_KIND ? "what stands behind the end of a cut file" : [resource, group].filter(Boolean).join(".");
  return `${what} could not be collected: ${whyOf(code)}`;
}

export const CUT: Refused = { resource: ANY_KIND, group: "", code: 0 };

/** What a Status says that the API server gave instead of a list; null when it says nothing of the kind. */
export function refusalOfStatus(fields: Record<string, unknown>): Refused | null {
  const { kind, group } = record(fields.details);
  if (fields.status !== "Failure") return null;
  const code = typeof fields.code === "number" && Number.isInteger(fields.code) ? fields.code : 0;
  // That one object is not there, or not valid, hides no others.
  if (code >= 400 && code < 500 && !Object.hasOwn(WHY, code)) return null;
  if (kind === ANY_KIND) return CUT;
  if (isResource(kind)) return { resource: kind, group: isResource(group) ? group : "", code };
  return typeof fields.message === "string" ? refusalInText(fields.message) : null;
}

/**
 * What a line of kubectl says: `Error from server (Forbidden): networkpolicies.networking.k8s.io is forbidden: …`. Null for
 * any other text.
 */
export function refusalInText(text: string): Refused | null {
  const line = text.slice(0, 4_000);
  const named =
    /\bcannot list resource "([a-z0-9]{1,63})" in API group "([a-z0-9.-]{0,253})"/.exec(line) ??
    /(?:^|[\s:])([a-z][a-z0-9]{1,62})(?:\.([a-z0-9.-]{1,253}))? is forbidden:/.exec(line);
  if (!named?.[1]) return null;
  return { resource: named[1], group: named[2] ?? "", code: codeOfText(line) };
}

/** The code that belongs to an error's words; 0 when they tell none. */
export function codeOfText(text: string): number {
  const line = text.slice(0, 4_000);
  if (/forbidden/i.test(line)) return 403;
  if (/unauthorized/i.test(line)) return 401;
  if (/too old resource version|\bexpired\b|\bgone\b/i.test(line)) return 410;
  return /too many requests|throttl|rate limit/i.test(line) ? 429 : 0;
}

/** A list that its server cut into pages, of which this is not the last. */
export function refusalOfPage(list: unknown): Refused | null {
  const { kind, metadata } = record(list);
  const { continue: next, remainingItemCount } = record(metadata);
  const goesOn =
    (typeof next === "string" && next !== "") || (typeof remainingItemCount === "number" && remainingItemCount > 0);
  if (!goesOn || typeof kind !== "string" || !kind.endsWith("List")) return null;
  return kind === "List" ? CUT : { resource: resourceOf(kind.slice(0, -"List".length)), group: "", code: 0 };
}

/**
 * What a snapshot could not see, asked by kind ("NetworkPolicy", "networking.k8s.io/NetworkPolicy"): why, or null. With
 * `isCut` that is every kind.
 */
export function withheldFrom(
  statuses: readonly LocatedObject[],
  isCut: boolean,
): { withheld: (kind: string) => string | null; hasGaps: boolean } {
  const refusals = [...statuses.flatMap(({ object }) => refusalOfStatus(object) ?? []), ...(isCut ? [CUT] : [])];
  const withheld = (asked: string): string | null => {
    const found = refusals.find((refused) => isOf(refused, asked));
    return found ? refusalInWords(found) : null;
  };
  return { withheld, hasGaps: refusals.length > 0 };
}

function isOf({ resource, group }: Refused, asked: string): boolean {
  if (resource === ANY_KIND || asked === ANY_KIND) return true;
  const [kind = "", ofGroup] = asked.split("/").toReversed();
  const isMetrics = /^(pod|node)metrics$/i.test(kind);
  if (resource !== resourceOf(kind) || (group === "metrics.k8s.io") !== isMetrics) return false;
  return ofGroup === undefined || group === "" || ofGroup === group;
}

/** Both what people read about a refusal, and what the snapshot keeps of it. */
export function* readingsOf(
  refused: Refused,
  at: Place,
): Generator<{ unreadable: Unreadable } | { object: LocatedObject }> {
  yield { unreadable: { ...at, reason: refusalInWords(refused), foreign: true as const } };
  yield { object: { object: refusalObject(refused), at } };
}

function whyOf(code: number): string {
  return WHY[code] ?? `the API server answered with an error${code > 0 ? ` (${code})` : ""}`;
}

function isResource(value: unknown): value is string {
  return typeof value === "string" && /^[a-z][a-z0-9.-]{0,252}$/.test(value);
}
