import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, type Fault, NOT_APPLICABLE, notAssessable } from "../check.ts";
import { type ConfigReference, configReferencesOf } from "../reading/config-references.ts";
import { recordOf } from "../reading/entries.ts";
import { namespaceOf, objectNamed, objectsIn } from "../reading/namespaced.ts";
import { isMadeByController } from "../reading/secret-makers.ts";

/** ConfigMaps that the control plane puts into every namespace. */
const IN_EVERY_NAMESPACE = new Set(["kube-root-ca.crt", "openshift-service-ca.crt"]);

/**
 * Looks at every Secret and ConfigMap that variables and volumes name. Allowed: in the snapshot with the wanted key,
 * optional, made by a controller from another object (sealed, external, certificate), or made by Kubernetes. Of manifests
 * a Secret that is not there cannot be judged, nor a ConfigMap where they hold none.
 */
export const secretOrConfigmapNotFound = check({
  id: "secret-or-configmap-not-found",
  title: "Pod refers to a Secret or ConfigMap that is not there",
  severity: "medium",
  layer: "container",
  dimension: "applications",
  concern: null,
  references: [],
  why: "A pod whose configuration is missing does not start. As long as old pods run nobody notices; then a node goes away, the replacement waits with CreateContainerConfigError, and an ordinary night turns into an outage.",
  seeByHand:
    "kubectl get events -A --field-selector reason=FailedMount; kubectl get pods -A | grep CreateContainerConfigError",
  fix: "Create the missing object or correct the name or key; keep it beside the workload in Git (sealed or as an external secret), so that a new cluster has it too. Where the software can do without, mark the reference optional.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
          envFrom: [{ configMapRef: { name: web-settings } }]
---
apiVersion: v1
kind: ConfigMap
metadata: { name: web-setting, namespace: shop }
data: { GREETING: hello }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
          envFrom: [{ configMapRef: { name: web-settings } }]
---
apiVersion: v1
kind: ConfigMap
metadata: { name: web-settings, namespace: shop }
data: { GREETING: hello }
`,
  of: "workload",
  look: (workload, index) => {
    const needed = configReferencesOf(workload).filter((reference) => !reference.optional);
    if (needed.length === 0) return NOT_APPLICABLE;
    const namespace = namespaceOf(workload);
    const unseen = needed.filter((reference) => isOutOfSight(reference, namespace, index));
    const faults = needed
      .filter((reference) => !unseen.includes(reference))
      .flatMap((reference) => faultsOf(reference, namespace, index));
    const [first] = unseen;
    if (faults.length > 0 || !first) return faults;
    if (!index.live)
      return notAssessable(`the ${first.kind} "${first.name}" is not among these manifests: it may be in the cluster`);
    const kinds = [...new Set(unseen.map(({ kind }) => `${kind}s`))].join(" and ");
    return notAssessable(`the snapshot of the running cluster holds no ${kinds}: they were not collected`);
  },
});

/**
 * A running cluster always has Secrets and ConfigMaps; when there are none, whoever collected did not read them. Manifests
 * seldom hold the Secrets, for these are made in the cluster; ConfigMaps stand beside the workload where any do.
 */
function isOutOfSight({ kind, name }: ConfigReference, namespace: string, index: ClusterIndex): boolean {
  if (index.live) return index.ofKind(kind).length === 0;
  if (objectNamed(index, kind, namespace, name) || isMade(kind, name, namespace, index)) return false;
  return kind === "Secret" || objectsIn(index, kind, namespace).length === 0;
}

function isMade(kind: string, name: string, namespace: string, index: ClusterIndex): boolean {
  return kind === "Secret" ? isMadeByController(index, namespace, name) : IN_EVERY_NAMESPACE.has(name);
}

function faultsOf(reference: ConfigReference, namespace: string, index: ClusterIndex): Fault[] {
  const { kind, name, keys, usedBy } = reference;
  const object = objectNamed(index, kind, namespace, name)?.object;
  if (!object) {
    if (isMade(kind, name, namespace, index)) return [];
    const absent = index.live
      ? `is not in namespace ${namespace}`
      : `is not among these manifests of namespace ${namespace}`;
    return [{ field: reference.field, message: `${usedBy} wants the ${kind} "${name}", which ${absent}` }];
  }
  // A token's keys are filled in by the control plane; a Secret that was collected without its data shows no keys.
  const isKeyless = object.data === undefined && object.stringData === undefined && object.binaryData === undefined;
  if (object.type === "kubernetes.io/service-account-token" || (isKeyless && index.live)) return [];
  const present = { ...recordOf(object.data), ...recordOf(object.stringData), ...recordOf(object.binaryData) };
  return keys
    .filter(({ key }) => !Object.hasOwn(present, key))
    .map(({ key, field }) => ({
      field,
      message: `${usedBy} wants the key "${key}", which the ${kind} "${name}" does not have`,
    }));
}
