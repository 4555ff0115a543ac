import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { isDistributionsOwn } from "./distribution-own.ts";
import { recordOf } from "./entries.ts";

const USER_FACING_ROLES = new Set(["cluster-admin", "admin", "edit", "view"]);

/**
 * True for the roles that every cluster brings along: those that the API server writes at its start (marked as
 * bootstrapping defaults), those that the manager of a managed cluster or k3s writes, and those of the reserved "system:"
 * names, unless somebody binds such a name by a binding of their own. Nobody here chose them.
 */
export function isKubernetesOwnRole(role: KubernetesObject, index: ClusterIndex): boolean {
  if (isBootstrapDefault(role) || isDistributionsOwn(role, index)) return true;
  const { name } = role.metadata;
  if (typeof name !== "string") return false;
  if (role.kind === "ClusterRole" && USER_FACING_ROLES.has(name)) return true;
  return name.startsWith("system:") && !rolesBoundByOthers(index).has(`${role.kind}/${name}`);
}

/** True for a binding that every cluster brings along: marked as a bootstrapping default, of a reserved name, or managed. */
export function isKubernetesOwnBinding(binding: KubernetesObject, index: ClusterIndex): boolean {
  const { name } = binding.metadata;
  return (
    isBootstrapDefault(binding) ||
    isDistributionsOwn(binding, index) ||
    name.startsWith("system:") ||
    name.startsWith("kubeadm:")
  );
}

function isBootstrapDefault({ metadata }: KubernetesObject): boolean {
  return recordOf(metadata.labels)["kubernetes.io/bootstrapping"] === "rbac-defaults";
}

const byIndex = new WeakMap<ClusterIndex, ReadonlySet<string>>();

/** Roles, by "kind/name", that a binding refers to which Kubernetes did not make. */
function rolesBoundByOthers(index: ClusterIndex): ReadonlySet<string> {
  let roles = byIndex.get(index);
  if (!roles) {
    const bindings = [...index.ofKind("ClusterRoleBinding"), ...index.ofKind("RoleBinding")];
    const others = bindings.filter(
      ({ object }) => !isBootstrapDefault(object) && !String(object.metadata.name).startsWith("system:"),
    );
    roles = new Set(
      others.map(({ object }) => {
        const { kind, name } = recordOf(object.roleRef);
        return `${kind}/${name}`;
      }),
    );
    byIndex.set(index, roles);
  }
  return roles;
}
