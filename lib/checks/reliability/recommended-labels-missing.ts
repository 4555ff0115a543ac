import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { isSystemNamespace, namespaceOf } from "../reading/namespaced.ts";
import { isMirrorPod, podLabelsField } from "../reading/pod-template.ts";
import { isUnrendered } from "../reading/unrendered.ts";

const NAME = "app.kubernetes.io/name";
/** A label's value as the API server has it: at most 63 characters, letters or digits at both ends. */
const LONGEST_VALUE = 63;
const VALUE = /^([A-Za-z0-9]([\w.-]*[A-Za-z0-9])?)?$/;

/**
 * Judges the labels of every workload and of its pods. Allowed: app.kubernetes.io/name on either of them, the one of
 * the recommended labels that says what it is, and values that the API server takes. Kubernetes' own parts use labels
 * of their own.
 */
export const recommendedLabelsMissing = check({
  id: "recommended-labels-missing",
  title: "Workload does not say what it belongs to",
  severity: "low",
  layer: "container",
  dimension: "architecture",
  concern: null,
  references: [],
  why: "At three in the morning a pod fails, and nobody knows which application it is, who runs it and what stands next to it. Without common labels no list, no bill and no alert can be sorted by application, and every tool needs rules of its own.",
  seeByHand:
    "kubectl get deploy,statefulset,daemonset -A -L app.kubernetes.io/name,app.kubernetes.io/part-of,app.kubernetes.io/managed-by",
  fix: "Set app.kubernetes.io/name on the workload and on its pod template, and with it instance, version, part-of and managed-by; charts do so by a helper. Add a label for the team that answers for it. Leave selectors as they are: they cannot be changed, and need not be.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, app.kubernetes.io/name: web, app.kubernetes.io/part-of: shop } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  of: "workload",
  look: (workload) => {
    if (isSystemNamespace(namespaceOf(workload)) || isMirrorPod(workload)) return NOT_APPLICABLE;
    const own = workload.object.metadata.labels;
    const invalid = [
      ...invalidValues(own, "metadata.labels"),
      ...(workload.object.kind === "Pod" ? [] : invalidValues(workload.podMetadata.labels, podLabelsField(workload))),
    ];
    if ([own, workload.podMetadata.labels].some((labels) => isSet(recordOf(labels)[NAME]))) return invalid;
    return [
      ...invalid,
      { field: podLabelsField(workload), message: `neither it nor its pods carry the label ${NAME}` },
    ];
  },
});

function isSet(value: unknown): boolean {
  return (typeof value === "string" && value !== "") || typeof value === "number";
}

function invalidValues(labels: unknown, field: string): Fault[] {
  return Object.entries(recordOf(labels)).flatMap(([key, value]) => {
    if (typeof value !== "string" || isUnrendered(value)) return [];
    if (value.length <= LONGEST_VALUE && VALUE.test(value)) return [];
    return [
      { field, message: `the value "${value.slice(0, 80)}" of the label ${key.slice(0, 80)} is refused by Kubernetes` },
    ];
  });
}
