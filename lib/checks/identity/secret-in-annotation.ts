import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { isRedacted } from "#lib/kubernetes/redaction.ts";
import { check, type Fault, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";

/** Annotations in which a tool keeps the object as it was applied last. */
const COPIES = [
  "kubectl.kubernetes.io/last-applied-configuration",
  "objectset.rio.cattle.io/applied",
  "kapp.k14s.io/original",
];

/**
 * Restricted field: annotations of a Secret that hold the Secret as it was applied. Allowed: none, or a copy without data.
 * Collecting removes what such a copy held; then a Secret that has data is taken to have had it in the copy. A manifest
 * carries no such annotation yet: there it is not applicable, unless somebody wrote it in.
 */
export const secretInAnnotation = check({
  id: "secret-in-annotation",
  title: "Secret is copied into its own annotation",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "application-secrets",
  references: [],
  why: "Tools that print a Secret without its data print the annotations all the same, and there stands the whole of it, as it was applied. Support bundles, dashboards, logs of changes and `kubectl describe` show it to people who were only meant to know that the Secret exists. Old values stay there when another tool changes the data.",
  seeByHand: `kubectl get secrets -A -o json | jq -r '.items[] | select(.metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"]) | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Remove the annotation (kubectl annotate secret NAME kubectl.kubernetes.io/last-applied-configuration-) and apply Secrets with --server-side from now on, which keeps no copy; better, let an operator bring them from a secret store. Where people or tools without access to Secrets saw it, change the credential too.",
  before: `apiVersion: v1
kind: Secret
metadata:
  name: database
  namespace: shop
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: '{"kind":"Secret","stringData":{"password":"…"}}'
type: Opaque
stringData: { password: "…" }
`,
  after: `apiVersion: v1
kind: Secret
metadata: { name: database, namespace: shop }
type: Opaque
stringData: { password: "…" }
`,
  of: "object",
  kinds: ["Secret"],
  look: ({ object }, index) => {
    const annotations = recordOf(object.metadata.annotations);
    const faults = COPIES.filter((key) => holdsData(annotations[key], object)).map(
      (key): Fault => ({
        field: `metadata.annotations["${key}"]`,
        message: `the annotation ${key} holds the secret "${object.metadata.name}" as it was applied`,
      }),
    );
    if (faults.length > 0) return faults;
    return index.live || COPIES.some((key) => annotations[key] !== undefined) ? PASS : NOT_APPLICABLE;
  },
});

function holdsData(copy: unknown, secret: KubernetesObject): boolean {
  if (typeof copy !== "string") return false;
  if (isRedacted(copy)) return hasData(secret) && secret.type !== "kubernetes.io/service-account-token";
  try {
    return hasData(recordOf(JSON.parse(copy)));
  } catch {
    // Compressed or cut off: it is there, and nobody can say that it is harmless.
    return copy !== "" && hasData(secret);
  }
}

function hasData({ data, stringData }: Record<string, unknown>): boolean {
  return Object.keys(recordOf(data)).length > 0 || Object.keys(recordOf(stringData)).length > 0;
}
