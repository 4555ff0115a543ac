import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import { recordOf, recordsOf, stringsOf } from "./entries.ts";
import { namespaceOf, objectNamed } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";

/** One rule of a Role or ClusterRole, read without trust. */
export type RoleRule = {
  field: string;
  apiGroups: string[];
  resources: string[];
  verbs: string[];
  resourceNames: string[];
};

/** The rules of a role in order. */
export function rulesOf(role: KubernetesObject): RoleRule[] {
  return recordsOf(role.rules).map(({ entry, at }) => ({
    field: `rules[${at}]`,
    apiGroups: stringsOf(entry.apiGroups),
    resources: stringsOf(entry.resources),
    verbs: stringsOf(entry.verbs),
    resourceNames: stringsOf(entry.resourceNames),
  }));
}

/** Of the wanted resources ("secrets", "pods/exec"), those that the rule grants in that API group. */
export function resourcesGranted(rule: RoleRule, group: string, wanted: readonly string[]): string[] {
  if (!rule.apiGroups.includes("*") && !rule.apiGroups.includes(group)) return [];
  return wanted.filter((resource) => {
    const [, subresource] = resource.split("/");
    return (
      rule.resources.includes("*") ||
      rule.resources.includes(resource) ||
      // RBAC knows "*/exec" (a subresource of anything); "pods/*" matches nothing.
      (subresource !== undefined && rule.resources.includes(`*/${subresource}`))
    );
  });
}

/** Of the wanted verbs, those that the rule grants; "*" stands for all and is returned as itself. */
export function verbsGranted(rule: RoleRule, wanted: readonly string[]): string[] {
  return rule.verbs.includes("*") ? ["*"] : wanted.filter((verb) => rule.verbs.includes(verb));
}

const EVERY_VERB = ["get", "list", "watch", "create", "update", "patch", "delete"] as const;

/** True when one rule grants everything on everything, as cluster-admin does, by "*" or by naming each verb. */
export function grantsEverything(role: KubernetesObject): boolean {
  return rulesOf(role).some(isEverything);
}

/** The same of one rule. */
export function isEverything(rule: RoleRule): boolean {
  return (
    rule.apiGroups.includes("*") &&
    rule.resources.includes("*") &&
    rule.resourceNames.length === 0 &&
    (rule.verbs.includes("*") || EVERY_VERB.every((verb) => rule.verbs.includes(verb)))
  );
}

/** What a binding refers to, and the role itself when the snapshot holds it. */
export function roleOfBinding(
  binding: KubernetesObject,
  index: ClusterIndex,
): { kind: string; name: string; role: KubernetesObject | undefined } {
  const { kind, name } = recordOf(binding.roleRef);
  const ref = { kind: typeof kind === "string" ? kind : "", name: typeof name === "string" ? name : "" };
  const role =
    ref.kind === "Role"
      ? objectNamed(index, "Role", namespaceOf(binding), ref.name)
      : ref.kind === "ClusterRole"
        ? clusterRoles(index, "by name").get(ref.name)
        : undefined;
  return { ...ref, role: role?.object };
}

/** By name alone: a manifest may give a ClusterRole a namespace, which the API server passes over. */
const clusterRoles = oncePerIndex(
  (index: ClusterIndex, _: "by name"): ReadonlyMap<string, LocatedObject> =>
    new Map(index.ofKind("ClusterRole").map((role) => [role.object.metadata.name, role])),
);

/** The subjects of a binding with their positions. */
export function subjectsOf(
  binding: KubernetesObject,
): { at: number; kind: string; name: string; namespace: string | null }[] {
  return recordsOf(binding.subjects).map(({ entry, at }) => ({
    at,
    kind: typeof entry.kind === "string" ? entry.kind : "",
    name: typeof entry.name === "string" ? entry.name : "",
    namespace: typeof entry.namespace === "string" ? entry.namespace : null,
  }));
}

/** `ServiceAccount "shop/deployer"`, `Group "dev"`. */
export function nameSubject(subject: { kind: string; name: string; namespace: string | null }): string {
  return `${subject.kind} "${subject.namespace ? `${subject.namespace}/` : ""}${subject.name}"`;
}
