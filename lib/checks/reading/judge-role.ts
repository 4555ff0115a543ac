import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import { type Fault, NOT_APPLICABLE, type Verdict } from "../check.ts";
import { isKubernetesOwnRole } from "./kubernetes-own.ts";
import { type RoleRule, resourcesGranted, rulesOf, verbsGranted } from "./role-rules.ts";

/** Verbs on resources of one API group that together are a power worth knowing of. */
export type Power = {
  group: string;
  resources: readonly string[];
  verbs: readonly string[];
  /** The resources belong to no namespace: a Role that lists them grants nothing. */
  isClusterWide?: true;
};

/** Verbs by which something is changed. */
export const WRITE_VERBS = ["create", "update", "patch", "delete", "deletecollection"] as const;

/** What runs pods for somebody: whoever writes their template says what the pods are. */
export const POD_CONTROLLERS: readonly Omit<Power, "verbs">[] = [
  { group: "", resources: ["replicationcontrollers"] },
  { group: "apps", resources: ["deployments", "statefulsets", "daemonsets", "replicasets"] },
  { group: "batch", resources: ["jobs", "cronjobs"] },
];

/**
 * Judges a Role or ClusterRole by the powers that its rules grant, one fault for each rule. Kubernetes' own roles are not
 * applicable. `isHarmless` lets a rule pass all the same; without it, one that names its objects (resourceNames) does.
 */
export function judgeRole(
  { object }: LocatedObject,
  index: ClusterIndex,
  powers: readonly Power[],
  isHarmless: (rule: RoleRule) => boolean = namesItsObjects,
): Verdict {
  if (isKubernetesOwnRole(object, index)) return NOT_APPLICABLE;
  return rulesOf(object).flatMap((rule): Fault[] => {
    const granted = grantedBy(rule, powersWithin(object, powers));
    if (granted === null || isHarmless(rule)) return [];
    const where = object.kind === "Role" ? "in its namespace" : "wherever it is bound";
    const message = `${object.kind} "${object.metadata.name}" allows ${granted} ${where}`;
    return [{ field: `${rule.field}.resources`, message }];
  });
}

/** True when the rule is about the very objects that it names. */
export function namesItsObjects(rule: RoleRule): boolean {
  return rule.resourceNames.length > 0;
}

/** A Role reaches no further than its namespace, whatever it lists. */
function powersWithin(role: KubernetesObject, powers: readonly Power[]): readonly Power[] {
  return role.kind === "Role" ? powers.filter(({ isClusterWide }) => !isClusterWide) : powers;
}

/** "create, patch on deployments, pods"; null when the rule grants none of it. */
export function grantedBy(rule: RoleRule, powers: readonly Power[]): string | null {
  const resources = new Set<string>();
  const verbs = new Set<string>();
  for (const power of powers) {
    const ofPower = resourcesGranted(rule, power.group, power.resources);
    const allowed = verbsGranted(rule, power.verbs);
    if (ofPower.length === 0 || allowed.length === 0) continue;
    for (const resource of ofPower) resources.add(resource);
    for (const verb of allowed) verbs.add(verb);
  }
  return resources.size === 0 ? null : `${[...verbs].join(", ")} on ${[...resources].join(", ")}`;
}
