import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";

/** For each kind of object that a controller turns into a Secret: the names of the Secrets that it makes. */
const MAKERS: Readonly<Record<string, (object: KubernetesObject) => unknown[]>> = {
  SealedSecret: (object) => [templateName(object) ?? object.metadata.name],
  ExternalSecret: (object) => [recordOf(recordOf(object.spec).target).name ?? object.metadata.name],
  Certificate: (object) => [recordOf(object.spec).secretName],
  SecretProviderClass: (object) => recordsOf(recordOf(object.spec).secretObjects).map(({ entry }) => entry.secretName),
  VaultStaticSecret: destination,
  VaultDynamicSecret: destination,
  VaultPKISecret: destination,
  OnePasswordItem: (object) => [object.metadata.name],
  InfisicalSecret: (object) => [recordOf(recordOf(object.spec).managedSecretReference).secretName],
  SopsSecret: (object) => recordsOf(recordOf(object.spec).secretTemplates).map(({ entry }) => entry.name),
};

function templateName(object: KubernetesObject): unknown {
  return recordOf(recordOf(recordOf(object.spec).template).metadata).name;
}

function destination(object: KubernetesObject): unknown[] {
  return [recordOf(recordOf(object.spec).destination).name];
}

const made = new WeakMap<ClusterIndex, ReadonlySet<string>>();

/** True when some object of the snapshot makes a Secret of this name in this namespace, with keys nobody can see. */
export function isMadeByController(index: ClusterIndex, namespace: string, name: string): boolean {
  let names = made.get(index);
  if (!names) {
    names = new Set(
      Object.entries(MAKERS).flatMap(([kind, namesOf]) =>
        index.ofKind(kind).flatMap(({ object }) => namesOf(object).map((secret) => `${namespaceOf(object)}/${secret}`)),
      ),
    );
    made.set(index, names);
  }
  return names.has(`${namespace}/${name}`);
}
