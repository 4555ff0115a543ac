import type { KubernetesObject } from "#lib/kubernetes/object.ts";

const USER_FACING_ROLES = new Set(["cluster-admin", "admin", "edit", "view"]);

/**
 * True for the roles and bindings that every cluster brings along: those that the API server writes at its start
 * (marked as bootstrapping defaults, or of the reserved "system:" names). Nobody here chose them.
 */
export function isKubernetesOwn(object: KubernetesObject): boolean {
  const { name, labels } = object.metadata;
  if (labels?.["kubernetes.io/bootstrapping"] === "rbac-defaults") return true;
  if (typeof name !== "string") return false;
  return name.startsWith("system:") || (object.kind === "ClusterRole" && USER_FACING_ROLES.has(name));
}
