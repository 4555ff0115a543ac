import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, NOT_APPLICABLE, notAssessable, PASS, type Verdict } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { isInInventory, silentApplicationOf } from "../reading/gitops-inventory.ts";
import { isSystemNamespace, namespaceOf } from "../reading/namespaced.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";

/** Namespaces that a provider or a platform fills by itself. */
const OF_PROVIDER = /^(openshift(-.*)?|gke-.*|gmp-.*|aks-command|cattle-.*-system|calico-system|tigera-operator)$/;

/** Labels and annotations that a tool leaves on what it keeps, whatever their values. */
const MARKS =
  /^(meta\.helm\.sh\/release-name|argocd\.argoproj\.io\/(tracking-id|instance)|(kustomize|helm)\.toolkit\.fluxcd\.io\/name|objectset\.rio\.cattle\.io\/(id|hash)|fleet\.cattle\.io\/.+|kapp\.k14s\.io\/app|config\.k8s\.io\/owning-inventory|configmanagement\.gke\.io\/managed|configsync\.gke\.io\/.+|olm\.owner|operators\.coreos\.com\/.+|addonmanager\.kubernetes\.io\/mode|kubernetes\.io\/cluster-service|pulumi\.com\/.+|app\.terraform\.io\/.+|skaffold\.dev\/run-id|carvel\.dev\/.+|helm\.sh\/chart|eks\.amazonaws\.com\/component)$/;

/** Field managers of tools that keep objects, and those of people at a keyboard or in a dashboard. */
const TOOLS =
  /^(helm|argocd-(application-)?controller|argocd|kustomize-controller|helm-controller|fleetagent|fleet-agent|terraform|hashicorp.*|pulumi.*|kapp|configsync|crossplane|apiextensions\.crossplane\.io.*|deploy@k3s.*|ansible.*|openapi-generator)$/i;
const HANDS = /^(kubectl-(edit|patch|scale|set|replace|run|create|expose)|Mozilla|dashboard|k9s|node-fetch|Lens)$/i;

/**
 * Judges whether a tool keeps an object as it was reviewed: by labels, annotations and field managers of Helm, Argo CD,
 * Flux and their like; and whether a person has changed fields of it since. Objects with owners, and those of Kubernetes
 * and its providers, are somebody's already. Only a running cluster tells: a manifest on disk is kept by its file.
 */
export const resourceNotManaged = check({
  id: "resource-not-managed",
  title: "Object is not kept by any tool",
  severity: "low",
  layer: "code",
  dimension: "ci-cd",
  concern: null,
  references: [],
  why: "Nobody can say why it is as it is, who agreed, or how to make it again. When the cluster must be rebuilt it is missing, and when somebody alters it there is nothing to compare with.",
  seeByHand:
    "kubectl get deploy,sts,ds,cronjob,ingress -A -l '!app.kubernetes.io/managed-by'; kubectl -n shop get deploy web -o yaml --show-managed-fields",
  fix: "Write it down in Git and let Argo CD, Flux or a Helm release take it over (helm install --take-ownership, or a server-side apply), one namespace at a time; taking over does not restart pods as long as the template stays the same. Then take the right to edit by hand away, except for emergencies that leave a trace.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] } } }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  labels: { app.kubernetes.io/managed-by: Helm }
  annotations: { meta.helm.sh/release-name: web, meta.helm.sh/release-namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] } } }
`,
  of: "object",
  kinds: ["Deployment", "StatefulSet", "DaemonSet", "CronJob", "Ingress"],
  look: (located, index) => {
    const { object } = located;
    if (!index.live)
      return sayOnceOfKind(
        located,
        index,
        "manifests do not show what keeps objects in the cluster: scan the running cluster",
      );
    const namespace = namespaceOf(object);
    if (isSystemNamespace(namespace) || OF_PROVIDER.test(namespace) || hasOwner(object)) return NOT_APPLICABLE;
    return judge(object, index);
  },
});

function judge(object: KubernetesObject, index: ClusterIndex): Verdict {
  const { metadata } = object;
  const managers = recordsOf(metadata.managedFields).filter(
    ({ entry }) => entry.subresource === undefined || entry.subresource === "",
  );
  const hand = managers.find(({ entry }) => typeof entry.manager === "string" && HANDS.test(entry.manager));
  if (!isKept(object, index)) {
    const silent = silentApplicationOf(namespaceOf(object), index);
    if (silent !== undefined)
      return notAssessable(`application "${silent}" deploys into this namespace and does not list what it keeps`);
    const applied = recordOf(metadata.annotations)["kubectl.kubernetes.io/last-applied-configuration"] !== undefined;
    const how = applied ? "it was applied with kubectl" : "it carries no mark of Helm, Argo CD, Flux or the like";
    return [{ field: "metadata", message: `${how}, so nothing keeps it as it was reviewed` }];
  }
  if (!hand) return PASS;
  const when = typeof hand.entry.time === "string" ? ` at ${hand.entry.time}` : "";
  const message = `a tool keeps it, and fields of it were changed by hand (${hand.entry.manager}${when})`;
  return [{ field: `metadata.managedFields[${hand.at}].manager`, message }];
}

function isKept(object: KubernetesObject, index: ClusterIndex): boolean {
  const { metadata } = object;
  if (isInInventory(object, index)) return true;
  const labels = recordOf(metadata.labels);
  const by = labels["app.kubernetes.io/managed-by"];
  if (typeof by === "string" && by !== "" && !/^(kubectl|manual|nobody|none)$/i.test(by)) return true;
  if ([...Object.keys(labels), ...Object.keys(recordOf(metadata.annotations))].some((key) => MARKS.test(key)))
    return true;
  // Argo CD marks what it keeps with the name of the application, in a label that charts use as well.
  const instance = labels["app.kubernetes.io/instance"];
  if (typeof instance === "string" && applicationsOf(index, "names").has(instance)) return true;
  return recordsOf(metadata.managedFields).some(
    ({ entry }) => typeof entry.manager === "string" && TOOLS.test(entry.manager),
  );
}

const applicationsOf = oncePerIndex(
  (index: ClusterIndex, _: "names"): ReadonlySet<string> =>
    new Set(index.ofKind("argoproj.io/Application").map(({ object }) => object.metadata.name)),
);

function hasOwner({ metadata }: KubernetesObject): boolean {
  return Array.isArray(metadata.ownerReferences) && metadata.ownerReferences.length > 0;
}
