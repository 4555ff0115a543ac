import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { isSystemNamespace, namespaceOf } from "../reading/namespaced.ts";
import { hasOwner } from "../reading/owner.ts";

/** By these annotations Helm and Argo CD delete a job before or after its next run. */
const HOOKS: readonly string[] = ["helm.sh/hook", "argocd.argoproj.io/hook"];

/**
 * Restricted field: spec.ttlSecondsAfterFinished of a Job. Allowed: any number. A CronJob tidies up by its history
 * limits, an operator and the hooks of Helm and Argo CD by their own rules.
 */
export const jobTtlMissing = check({
  id: "job-ttl-missing",
  title: "Finished job is never tidied up",
  severity: "low",
  layer: "container",
  dimension: "applications",
  concern: null,
  references: [],
  why: "A job that has ended stays with its pods, until somebody deletes it by hand. Thousands of them slow down every list, fill etcd, count against quotas, and hide the one that failed. A second run under the same name is refused as long as the first one is there.",
  seeByHand:
    "kubectl get jobs -A -o custom-columns=NS:.metadata.namespace,NAME:.metadata.name,TTL:.spec.ttlSecondsAfterFinished",
  fix: "Set ttlSecondsAfterFinished to as long as somebody may want to read the logs: a day is ordinary. The logs of the pods go with it, so collect them elsewhere. A GitOps tool would apply the job again when it is gone; give it a hook there instead.",
  before: `apiVersion: batch/v1
kind: Job
metadata: { name: migrate, namespace: shop }
spec:
  template:
    spec:
      restartPolicy: OnFailure
      containers: [{ name: migrate, image: "registry.example/shop/web:1.4.2" }]
`,
  after: `apiVersion: batch/v1
kind: Job
metadata: { name: migrate, namespace: shop }
spec:
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      restartPolicy: OnFailure
      containers: [{ name: migrate, image: "registry.example/shop/web:1.4.2" }]
`,
  of: "object",
  kinds: ["Job"],
  look: ({ object }) => {
    const { ttlSecondsAfterFinished: ttl } = recordOf(object.spec);
    if (object.apiVersion.split("/")[0] !== "batch" || hasOwner(object) || isHook(object)) return NOT_APPLICABLE;
    if (isSystemNamespace(namespaceOf(object))) return NOT_APPLICABLE;
    if (typeof ttl === "number") return PASS;
    return [{ field: "spec.ttlSecondsAfterFinished", message: "it stays in the cluster when it has ended" }];
  },
});

function isHook({ metadata }: KubernetesObject): boolean {
  const annotations = recordOf(metadata.annotations);
  return HOOKS.some((hook) => annotations[hook] !== undefined);
}
