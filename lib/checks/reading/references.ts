import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import { type KubernetesObject, type LocatedObject, refOf } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { carriesPods, podPartOf } from "#lib/kubernetes/pod-template.ts";
import { configReferencesOf } from "./config-references.ts";
import { entriesOf, stringsOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { roleOfBinding, rulesOf, subjectsOf, verbsGranted } from "./role-rules.ts";
import { POD_CARRIERS } from "./workload-of.ts";

type Found = { named: ReadonlySet<string>; words: ReadonlySet<string> };

/**
 * True when something of the snapshot refers to a ConfigMap, Secret, ServiceAccount or role: a pod or a pod template, a
 * binding, or any other object that says its name as a word, in whatever field. What merely has the same name as a word
 * counts as well: a leftover that is missed does less harm than one that is wanted and deleted.
 */
export function isReferredTo(object: KubernetesObject, index: ClusterIndex): boolean {
  const { named, words } = referencesOf(index, "all");
  return named.has(keyOf(object.kind, namespaceOf(object), object.metadata.name)) || words.has(object.metadata.name);
}

/** True when an account of the namespace may read such objects through the API, where no manifest shows which ones. */
export function mayBeReadByApi(object: KubernetesObject, index: ClusterIndex): boolean {
  return readableIn(index, "all").has(`${object.kind}/${namespaceOf(object)}`);
}

const referencesOf = oncePerIndex((index: ClusterIndex, _: "all"): Found => {
  const named = new Set<string>();
  const words = new Set<string>();
  const seen: Seen = { parts: new WeakSet(), namespaces: new WeakMap() };
  for (const kind of POD_CARRIERS)
    for (const located of index.ofKind(kind)) if (carriesPods(located.object)) addPod(located, named, words, seen);
  for (const { object } of index.ofKind("ServiceAccount")) addNames(object, named);
  for (const { object } of ["RoleBinding", "ClusterRoleBinding"].flatMap(index.ofKind))
    for (const { kind, name, namespace } of subjectsOf(object))
      named.add(keyOf(kind, namespace ?? namespaceOf(object), name));
  for (const { object } of ["Role", "ClusterRole"].flatMap(index.ofKind))
    for (const name of rulesOf(object).flatMap(({ resourceNames }) => resourceNames)) words.add(name);
  for (const kind of Object.keys(index.counts))
    if (!SILENT.has(kind)) for (const { object } of index.ofKind(kind)) addWords(saidBy(object), words, seen, 0);
  return { named, words };
});

/** Kinds that are read above, and those that repeat the names of others without wanting them. */
const SILENT: ReadonlySet<string> = new Set([
  ...POD_CARRIERS,
  ...["ConfigMap", "Secret", "ServiceAccount", "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"],
  ...["Event", "Namespace", "Node", "NodeMetrics", "PodMetrics", "Lease", "Endpoints", "EndpointSlice", "Service"],
  ...["ControllerRevision", "CustomResourceDefinition", "PolicyReport", "ClusterPolicyReport", "VulnerabilityReport"],
  ...["ConfigAuditReport", "ExposedSecretReport", "RbacAssessmentReport", "ClusterRbacAssessmentReport", "SbomReport"],
]);

/** Replicas share their parts: what was read of one need not be read of the others, in the same namespace. */
type Seen = { parts: WeakSet<object>; namespaces: WeakMap<object, Set<string>> };

function addPod(located: LocatedObject, named: Set<string>, words: Set<string>, seen: Seen): void {
  const { object } = located;
  const namespace = namespaceOf(object);
  const part = podPartOf(object);
  const { serviceAccountName, serviceAccount, imagePullSecrets, volumes } = part.pod;
  for (const name of stringsOf([serviceAccountName, serviceAccount]))
    named.add(keyOf("ServiceAccount", namespace, name));
  for (const { entry } of entriesOf(imagePullSecrets)) named.add(keyOf("Secret", namespace, String(entry.name)));
  addWords(object.metadata.annotations, words, seen, 0);
  const lists = [part.pod.containers, part.pod.initContainers, part.pod.ephemeralContainers, volumes];
  if (lists.filter((list) => isNew(list, namespace, seen)).length === 0) return;
  const workload: Workload = { ref: refOf(object), object, at: located.at, replicas: null, ...part };
  for (const { kind, name } of configReferencesOf(workload)) named.add(keyOf(kind, namespace, name));
  addWords(volumes, words, seen, 0);
  for (const { container } of containersOf(workload))
    addWords([container.command, container.args, container.env], words, seen, 0);
}

function isNew(list: unknown, namespace: string, { namespaces }: Seen): boolean {
  if (list === null || typeof list !== "object") return false;
  const known = namespaces.get(list) ?? new Set();
  namespaces.set(list, known);
  return known.size < known.add(namespace).size;
}

function addNames(account: KubernetesObject, named: Set<string>): void {
  const lists = [account.secrets, account.imagePullSecrets].filter((list) => Array.isArray(list));
  for (const { entry } of lists.flatMap((list) => entriesOf<Record<string, unknown>>(list)))
    named.add(keyOf("Secret", namespaceOf(account), String(entry.name)));
}

/** All that an object says beside its own name and its status. */
function saidBy({ metadata, status: _, ...rest }: KubernetesObject): unknown {
  return [rest, metadata.annotations];
}

const DEEPEST = 40;
/** Longer texts are programs and certificates. */
const LONGEST = 20_000;

function addWords(value: unknown, words: Set<string>, seen: Seen, depth: number): void {
  if (typeof value === "string") {
    // Names of objects: letters, digits, dashes and dots.
    if (value.length <= LONGEST) for (const word of value.split(/[^A-Za-z0-9.-]+/)) words.add(word);
  } else if (value !== null && typeof value === "object" && depth < DEEPEST && !seen.parts.has(value)) {
    // Far down something may be left out that is read where the same part stands higher up.
    if (depth < DEEPEST / 2) seen.parts.add(value);
    for (const inner of Object.values(value)) addWords(inner, words, seen, depth + 1);
  }
}

/** Kinds that an account may read, with the namespace where: "Secret/shop". */
const readableIn = oncePerIndex((index: ClusterIndex, _: "all"): ReadonlySet<string> => {
  const readable = new Set<string>();
  for (const { object } of ["RoleBinding", "ClusterRoleBinding"].flatMap(index.ofKind)) {
    const kinds = kindsReadBy(roleOfBinding(object, index).role);
    const accounts = subjectsOf(object).filter(({ kind }) => kind === "ServiceAccount");
    for (const { namespace } of kinds.length > 0 ? accounts : []) {
      // Who may read everywhere is taken to read its own settings, where it lives.
      const where = object.kind === "RoleBinding" ? namespaceOf(object) : namespace;
      for (const kind of kinds) readable.add(`${kind}/${where}`);
    }
  }
  return readable;
});

const RESOURCES: Readonly<Record<string, string>> = { ConfigMap: "configmaps", Secret: "secrets" };

function kindsReadBy(role: KubernetesObject | undefined): string[] {
  const rules = role ? rulesOf(role).filter(({ resourceNames }) => resourceNames.length === 0) : [];
  const reads = rules.filter((rule) => verbsGranted(rule, ["get", "list", "watch"]).length > 0);
  return Object.keys(RESOURCES).filter((kind) =>
    reads.some(({ resources }) => resources.includes("*") || resources.includes(RESOURCES[kind] ?? "")),
  );
}

function keyOf(kind: string, namespace: string, name: string): string {
  return JSON.stringify([kind, namespace, name]);
}
