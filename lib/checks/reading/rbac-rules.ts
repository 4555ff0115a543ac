import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import { labelSelectorMatches } from "#lib/kubernetes/selectors.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { labelsOf } from "./pod-template.ts";
import { type RoleRule, roleOfBinding, rulesOf } from "./role-rules.ts";

/** A role as a binding names it; rules are null where the snapshot does not hold it and no cluster brings it along. */
export type BoundRole = { kind: string; name: string; rules: readonly RoleRule[] | null };

/** The role of a binding with its rules, those that aggregation puts into it included. */
export function boundRoleOf(binding: KubernetesObject, index: ClusterIndex): BoundRole {
  const { kind, name, role } = roleOfBinding(binding, index);
  if (role) return { kind, name, rules: effectiveRules(index, role) };
  return { kind, name, rules: kind === "ClusterRole" ? (BROUGHT_ALONG.get(name) ?? null) : null };
}

const effectiveRules = oncePerIndex((index: ClusterIndex, role: KubernetesObject): readonly RoleRule[] => {
  const own = rulesOf(role);
  // On a running cluster the controller has written the sum into the role.
  if (own.length > 0 || role.kind !== "ClusterRole") return own;
  return aggregated(index, role);
});

/** More roles than that are no design; without an end a thousand roles that select each other would take for ever. */
const MOST_LOOKED_AT = 1_000;

/** The sum of what the selectors find, through roles that are sums themselves. */
function aggregated(index: ClusterIndex, role: KubernetesObject): RoleRule[] {
  const seen = new Set([role]);
  const rules: RoleRule[] = [];
  let left = MOST_LOOKED_AT;
  for (const sum of seen) {
    const own = rulesOf(sum);
    for (const one of own) rules.push(one);
    // Of a role that has rules, the controller has written the sum already.
    if (own.length > 0) continue;
    for (const { entry: selector } of recordsOf(recordOf(sum.aggregationRule).clusterRoleSelectors))
      for (const { object } of candidates(index, selector)) {
        if (left-- <= 0) return rules;
        if (labelSelectorMatches(selector, labelsOf(object.metadata.labels))) seen.add(object);
      }
  }
  return rules;
}

/** ClusterRoles that carry one of the labels that the selector wants; all where it wants none. */
function candidates(index: ClusterIndex, selector: Record<string, unknown>): readonly LocatedObject[] {
  const [wanted] = Object.entries(recordOf(selector.matchLabels));
  if (!wanted) return index.ofKind("ClusterRole");
  return byLabel(index, "ClusterRole").get(wanted.join("=")) ?? [];
}

const byLabel = oncePerIndex((index: ClusterIndex, kind: string): ReadonlyMap<string, readonly LocatedObject[]> => {
  const labelled = index
    .ofKind(kind)
    .flatMap((role) => Object.entries(labelsOf(role.object.metadata.labels)).map((label) => ({ label, role })));
  const groups = Map.groupBy(labelled, ({ label }) => label.join("="));
  return new Map([...groups].map(([label, entries]) => [label, entries.map(({ role }) => role)]));
});

function rule(apiGroups: string[], resources: string[], verbs: string[]): RoleRule {
  return { field: "", apiGroups, resources, verbs, resourceNames: [] };
}

const EDIT = [
  rule([""], ["secrets"], ["get", "list", "watch", "create", "update", "patch", "delete"]),
  rule([""], ["pods", "pods/exec", "pods/attach", "serviceaccounts/token"], ["create"]),
  rule(["apps", "batch"], ["deployments", "statefulsets", "daemonsets", "jobs", "cronjobs"], ["create", "patch"]),
  rule([""], ["serviceaccounts"], ["impersonate"]),
];
/** The powers in the user-facing roles that every cluster has, for manifests, which seldom hold these roles. */
const BROUGHT_ALONG: ReadonlyMap<string, readonly RoleRule[]> = new Map([
  ["cluster-admin", [rule(["*"], ["*"], ["*"])]],
  ["admin", [...EDIT, rule(["rbac.authorization.k8s.io"], ["roles", "rolebindings"], ["create", "update"])]],
  ["edit", EDIT],
  ["view", []],
]);
