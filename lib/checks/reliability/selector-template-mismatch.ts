import { labelSelectorMatches, labelsMatch } from "#lib/kubernetes/selectors.ts";
import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { labelsOf } from "../reading/pod-template.ts";

/** Kinds whose selector is a plain map of labels. */
const PLAIN: ReadonlySet<string> = new Set(["ReplicationController", "DeploymentConfig"]);
const KINDS: ReadonlySet<string> = new Set([
  ...PLAIN,
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
  "Rollout",
  "Job",
]);

/**
 * Compares spec.selector with the labels of the pod template. Allowed: a selector that matches them. Where none is set,
 * as in a fragment or an old version that fills it in, there is nothing to compare.
 */
export const selectorTemplateMismatch = check({
  id: "selector-template-mismatch",
  title: "Selector does not match the labels of its own pods",
  severity: "high",
  layer: "container",
  dimension: "applications",
  concern: null,
  references: [],
  why: "The API server refuses such a workload, so it never runs: mostly a copied manifest in which one of two names was changed. Older versions took it, and then a controller made pods without end, because it did not recognise a single one as its own.",
  seeByHand: "kubectl apply --dry-run=server -f web.yaml",
  fix: "Give template.metadata.labels every label that the selector names. The selector of what runs cannot be changed; it is easier to change the template. Keep versions out of the selector.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: webshop } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  of: "workload",
  look: ({ object, podMetadata }) => {
    const { selector, template } = recordOf(object.spec);
    if (!KINDS.has(object.kind) || !isMap(selector) || !isMap(template)) return NOT_APPLICABLE;
    const labels = labelsOf(podMetadata.labels);
    const isPlain = PLAIN.has(object.kind);
    const { matchLabels, matchExpressions } = selector;
    const matches = isPlain
      ? labelsMatch(labelsOf(selector), labels)
      : labelSelectorMatches({ matchLabels: labelsOf(matchLabels), matchExpressions }, labels);
    if (matches) return PASS;
    const wanted = Object.entries(labelsOf(isPlain ? selector : matchLabels)).filter(
      ([key, value]) => labels[key] !== value,
    );
    const which = wanted
      .slice(0, 3)
      .map(([key, value]) => `${key}=${value}`)
      .join(", ");
    return [
      {
        field: "spec.selector",
        message: `the pods of its template do not carry ${which || "what the selector asks for"}`,
      },
    ];
  },
});

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
