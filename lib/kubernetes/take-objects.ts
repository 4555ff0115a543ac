import type { KubernetesObject, Place, Unreadable } from "./object.ts";
import type { Reading } from "./read-objects.ts";

/** What the API says about itself; support bundles carry it along. */
const DISCOVERY = new Set([
  "APIResourceList",
  "APIGroupList",
  "APIGroup",
  "APIVersions",
  "SelfSubjectRulesReview",
  "Status",
]);

/**
 * What one parsed value holds: an object, the items of a List, a version file of a support bundle, or something that is
 * none of these, which is said. Lists within lists are refused: no tool of Kubernetes writes them.
 */
export function* takeObjects(
  value: unknown,
  at: Place,
  inside: { nested: boolean; kindless?: boolean },
): Generator<Reading> {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    if (inside.nested) return yield unreadable(at, "it is a list inside a list; write the objects into one list");
    for (const item of value) yield* takeObjects(item, at, { nested: true });
    return;
  }
  if (typeof value !== "object") return yield unreadable(at, "it is not a Kubernetes object");
  const { kind, apiVersion, items, metadata } = value as Record<string, unknown>;
  if (typeof kind === "string" && DISCOVERY.has(kind))
    return yield unreadable(at, `it is a ${kind}: what the API offers, not what runs`, true);
  if (
    typeof kind === "string" &&
    kind.endsWith("List") &&
    (Array.isArray(items) || items === null || items === undefined) &&
    !named(metadata)
  ) {
    if (inside.nested) return yield unreadable(at, "it is a List inside a List; write the objects into one List");
    const itemKind = kind === "List" ? undefined : kind.slice(0, -4);
    for (const item of Array.isArray(items) ? items : []) {
      const whole =
        itemKind && item !== null && typeof item === "object" ? { apiVersion, kind: itemKind, ...item } : item;
      yield* takeObjects(whole, at, { nested: true });
    }
    return;
  }
  const version = gitVersion(value);
  if (version) return yield { version };
  const reason = whatIsMissing(value as Record<string, unknown>);
  if (reason) return yield unreadable(at, reason.text, reason.foreign || inside.kindless);
  // Support bundles leave the apiVersion out of some items.
  const object = { ...(value as KubernetesObject), apiVersion: typeof apiVersion === "string" ? apiVersion : "v1" };
  yield { object: { object, at } };
}

function whatIsMissing(value: Record<string, unknown>): { text: string; foreign: boolean } | null {
  const { kind, apiVersion, metadata } = value;
  if (typeof kind !== "string" || kind === "") {
    const foreign = apiVersion === undefined && metadata === undefined;
    return { text: foreign ? "it is not a Kubernetes object" : "the object has no kind", foreign };
  }
  if (metadata === null || typeof metadata !== "object" || Array.isArray(metadata))
    return { text: `the ${kind.slice(0, 80)} has no metadata`, foreign: apiVersion === undefined };
  const { name, generateName } = metadata as Record<string, unknown>;
  if (typeof name === "string" && name !== "") return null;
  if (typeof generateName === "string" && generateName !== "") {
    (metadata as Record<string, unknown>).name = generateName;
    return null;
  }
  return { text: `the ${kind.slice(0, 80)} has no name`, foreign: false };
}

function named(metadata: unknown): boolean {
  return metadata !== null && typeof metadata === "object" && typeof (metadata as { name?: unknown }).name === "string";
}

/** "v1.24.4+k3s1" out of what `kubectl version -o json` or a support bundle writes. */
function gitVersion(value: object): string | null {
  const { info, serverVersion, gitVersion: own } = value as Record<string, { gitVersion?: unknown } | undefined>;
  const found = info?.gitVersion ?? serverVersion?.gitVersion ?? own;
  return typeof found === "string" && /^v\d+\.\d+/.test(found) ? found : null;
}

/** `foreign`: nothing that claims to be Kubernetes'; in a folder of many files that is passed over, and listed. */
function unreadable(at: Place, reason: string, foreign = false): { unreadable: Unreadable } {
  return { unreadable: { ...at, reason, ...(foreign ? { foreign: true as const } : {}) } };
}
