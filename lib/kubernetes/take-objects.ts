import { settingsAsObject } from "./component-settings.ts";
import { normalizeObject } from "./normalize-object.ts";
import type { Place, Unreadable } from "./object.ts";
import type { Reading } from "./read-objects.ts";
import { whatIsMissing } from "./what-is-missing.ts";
import { readingsOf, refusalOfStatus, STATUS } from "./withheld.ts";

/** What the API says about itself; support bundles carry it along. */
const DISCOVERY = new Set(["APIResourceList", "APIGroupList", "APIGroup", "APIVersions", "SelfSubjectRulesReview"]);

const NAMELESS = "(no name)";

type Inside = { nested: boolean; kindless?: boolean };

/**
 * What one parsed value holds: an object, the items of a List, a version file of a support bundle, or something that is
 * none of these, which is said. An object that lacks a name alone is said and handed out. Lists within lists are refused: no tool of Kubernetes writes them.
 */
export function* takeObjects(value: unknown, at: Place, inside: Inside): Generator<Reading> {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    if (inside.nested) return yield unreadable(at, "it is a list inside a list; write the objects into one list");
    for (const item of value) yield* takeObjects(item, at, { nested: true });
    return;
  }
  if (typeof value !== "object") return yield unreadable(at, "it is not a Kubernetes object", true);
  const fields = value as Record<string, unknown>;
  if (typeof fields.kind === "string" && DISCOVERY.has(fields.kind))
    return yield unreadable(at, `it is a ${fields.kind}: what the API offers, not what runs`, true);
  if (fields.kind === STATUS) return yield* takeStatus(fields, at);
  if (isKubeconfig(fields)) return yield unreadable(at, KUBECONFIG, true);
  if (isList(fields)) return yield* takeItems(fields, at, inside);
  const version = gitVersion(fields);
  if (version) return yield { version };
  const settings = settingsAsObject(fields, at);
  if (settings) return yield { object: { object: normalizeObject(settings), at } };
  const missing = whatIsMissing(fields);
  if (missing) {
    yield unreadable(at, missing.reason, missing.foreign || inside.kindless);
    if (missing.onlyName) yield { object: { object: normalizeObject({ ...fields, metadata: nameless(fields) }), at } };
    return;
  }
  yield { object: { object: normalizeObject(fields), at } };
}

/** Kubernetes takes no object without a name; what a manifest says can be judged all the same, under this one. */
function nameless({ metadata }: Record<string, unknown>): Record<string, unknown> {
  return { ...(metadata ?? {}), name: NAMELESS };
}

/** What an API server answers when it does not answer the question. */
function* takeStatus(fields: Record<string, unknown>, at: Place): Generator<Reading> {
  const refused = refusalOfStatus(fields);
  if (refused) yield* readingsOf(refused, at);
  else yield unreadable(at, "it is a Status: an answer of the API server, not what runs", true);
}

const KUBECONFIG = "it is a kubeconfig, which opens a cluster: it was not read, and nothing of it is kept";

/** What kubectl signs in with. It holds keys, and no object of a cluster. */
function isKubeconfig({ kind, users, clusters, contexts, ...rest }: Record<string, unknown>): boolean {
  if (kind !== undefined && kind !== "Config") return false;
  const parts = [users, clusters, contexts].filter(Array.isArray).length;
  return parts >= 2 || (kind === "Config" && (parts > 0 || rest["current-context"] !== undefined));
}

function* takeItems(
  { kind, apiVersion, items }: Record<string, unknown>,
  at: Place,
  inside: Inside,
): Generator<Reading> {
  if (inside.nested) return yield unreadable(at, "it is a List inside a List; write the objects into one List");
  const itemKind = kind === "List" ? undefined : String(kind).slice(0, -"List".length);
  for (const item of Array.isArray(items) ? items : []) {
    const isObject = item !== null && typeof item === "object" && !Array.isArray(item);
    yield* takeObjects(itemKind && isObject ? { apiVersion, kind: itemKind, ...item } : item, at, { nested: true });
  }
}

/** "PodList" with items, or with null where there are none; a resource of somebody's may be called "DenyList" too. */
function isList({ kind, items, metadata }: Record<string, unknown>): boolean {
  if (typeof kind !== "string" || !kind.endsWith("List")) return false;
  const name = metadata !== null && typeof metadata === "object" ? (metadata as { name?: unknown }).name : undefined;
  return (
    typeof name !== "string" && (Array.isArray(items) || items === null || (items === undefined && kind === "List"))
  );
}

/** "v1.24.4+k3s1" out of what `kubectl version -o json` or a support bundle writes. */
function gitVersion(value: object): string | null {
  const { info, serverVersion, gitVersion: own, kind } = value as Record<string, { gitVersion?: unknown } | undefined>;
  const found = info?.gitVersion ?? serverVersion?.gitVersion ?? own;
  return kind === undefined && typeof found === "string" && /^v\d+\.\d+/.test(found) ? found : null;
}

/** `foreign`: nothing that claims to be Kubernetes'; in a folder of many files that is passed over, and listed. */
function unreadable(at: Place, reason: string, foreign = false): { unreadable: Unreadable } {
  return { unreadable: { ...at, reason, ...(foreign ? { foreign: true as const } : {}) } };
}
