import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { nameInWords } from "./name-in-words.ts";
import { namespaceOf } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { type PowerId, powersOf } from "./rbac-powers.ts";
import { type BoundRole, boundRoleOf } from "./rbac-rules.ts";
import { type RoleRule, subjectsOf } from "./role-rules.ts";
import type { Account } from "./service-account.ts";

/** Somebody who may be given rights: "User:jane", "Group:dev", "ServiceAccount:shop/web". */
export type SubjectKey = `${"User" | "Group" | "ServiceAccount"}:${string}`;

/** What one binding gives to one subject. */
export type Grant = {
  subject: SubjectKey;
  binding: LocatedObject;
  role: BoundRole;
  /** The namespace in which it holds; null: in all, and for what belongs to none. */
  namespace: string | null;
  powers: readonly PowerId[];
};

const ACCOUNT_AS_USER = /^system:serviceaccount:([^:]+):([^:]+)$/;

/** The key of a service account. */
export function keyOfAccount({ namespace, name }: Account): SubjectKey {
  return `ServiceAccount:${namespace}/${name}`;
}

/** The groups in which the API server puts every service account. */
export function groupsOfAccount({ namespace }: Account): SubjectKey[] {
  return [`Group:system:serviceaccounts:${namespace}`, "Group:system:serviceaccounts", "Group:system:authenticated"];
}

/** What bindings give to a service account, by its name and by its groups. */
export function grantsOfAccount(index: ClusterIndex, account: Account): Grant[] {
  return [keyOfAccount(account), ...groupsOfAccount(account)].flatMap((key) => grantsOf(index, key));
}

/** What bindings give to a user, a group or a service account by its own name. */
export function grantsOf(index: ClusterIndex, subject: SubjectKey): readonly Grant[] {
  return grantsBySubject(index, "all").get(subject) ?? [];
}

/** All grants of the snapshot that hold a power, in the cluster or in some namespace. */
export function whoCan(index: ClusterIndex, power: PowerId): Grant[] {
  return [...grantsBySubject(index, "all").values()]
    .flat()
    .filter(({ powers }) => powers.includes(power) || powers.includes("everything"));
}

/** All grants, by who has them. */
export const grantsBySubject = oncePerIndex(
  (index: ClusterIndex, _: "all"): ReadonlyMap<SubjectKey, readonly Grant[]> => {
    const bindings = [...index.ofKind("ClusterRoleBinding"), ...index.ofKind("RoleBinding")];
    const grants = bindings.flatMap((binding) => grantsOfBinding(binding, index));
    return Map.groupBy(grants, ({ subject }) => subject);
  },
);

/** A role may be bound a thousand times. */
const powersOfRules = oncePerIndex((_: ClusterIndex, rules: readonly RoleRule[]) => ({
  cluster: powersOf(rules, true),
  namespace: powersOf(rules, false),
}));

function grantsOfBinding(binding: LocatedObject, index: ClusterIndex): Grant[] {
  const { object } = binding;
  const role = boundRoleOf(object, index);
  const namespace = object.kind === "RoleBinding" ? namespaceOf(object) : null;
  const powers =
    role.rules === null ? [] : powersOfRules(index, role.rules)[namespace === null ? "cluster" : "namespace"];
  return subjectsOf(object).flatMap((subject): Grant[] => {
    const key = keyOf(subject.kind, subject.name, subject.namespace ?? namespace);
    return key === null ? [] : [{ subject: key, binding, role, namespace, powers }];
  });
}

/** A user may be a service account by its full name. */
function keyOf(kind: string, name: string, namespace: string | null): SubjectKey | null {
  const account = kind === "User" ? ACCOUNT_AS_USER.exec(name) : null;
  if (account) return `ServiceAccount:${account[1]}/${account[2]}`;
  if (kind === "ServiceAccount") return namespace === null ? null : `ServiceAccount:${namespace}/${name}`;
  return kind === "User" || kind === "Group" ? `${kind}:${name}` : null;
}

/** `ServiceAccount "shop/web"`. */
export function subjectInWords(subject: SubjectKey): string {
  const [kind = "", ...name] = subject.split(":");
  return nameInWords(kind, name.join(":"));
}

/** `RoleBinding "shop/dev"`. */
export function bindingInWords({ binding: { object }, namespace }: Grant): string {
  return nameInWords(object.kind, namespace === null ? object.metadata.name : `${namespace}/${object.metadata.name}`);
}

/** `as Group "dev", by RoleBinding "shop/dev" to ClusterRole "edit"`; the group only where it is one. */
export function grantInWords(grant: Grant): string {
  const by = `by ${bindingInWords(grant)} to ${nameInWords(grant.role.kind, grant.role.name)}`;
  return grant.subject.startsWith("Group:") ? `as ${subjectInWords(grant.subject)}, ${by}` : by;
}
