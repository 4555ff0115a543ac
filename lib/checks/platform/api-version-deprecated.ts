import { check, notAssessable, PASS } from "../check.ts";
import {
  DEPRECATIONS_KNOWN_UNTIL,
  deprecationOf,
  KINDS_WITH_DEPRECATED_APIS,
  successorInWords,
} from "../reading/deprecated-apis.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";

/**
 * Restricted field: apiVersion of kinds whose older versions were taken back, by the version of Kubernetes in question. A
 * version newer than the table of these is not assessable.
 */
export const apiVersionDeprecated = check({
  id: "api-version-deprecated",
  title: "Object uses a deprecated or removed API version",
  severity: "high",
  layer: "cluster",
  dimension: "ci-cd",
  concern: null,
  references: ["O22:K10", "O25:K07", "NSA upgrade"],
  why: "The next upgrade takes this version away. What runs goes on, but the next deployment of this manifest is refused, and so is the rollback to it, often months later and in the middle of something else.",
  seeByHand: "kubectl get --raw /metrics | grep apiserver_requested_deprecated_apis",
  fix: "Write the new version into the manifest or take a newer chart; kubectl convert helps. Fields have moved between versions (Ingress backends, the selectors of Deployments), so compare kubectl diff. Check in the pipeline against the version that you upgrade to.",
  before: `apiVersion: batch/v1beta1
kind: CronJob
metadata: { name: report, namespace: shop }
spec:
  schedule: "0 3 * * *"
  jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: report, image: "registry.example/shop/report:1.0.0" }] } } } }
`,
  after: `apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: shop }
spec:
  schedule: "0 3 * * *"
  jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: report, image: "registry.example/shop/report:1.0.0" }] } } } }
`,
  of: "object",
  kinds: KINDS_WITH_DEPRECATED_APIS,
  look: ({ object }, index) => {
    const { apiVersion, kind } = object;
    const api = deprecationOf(apiVersion, kind);
    const minor = kubernetesMinor(index.kubernetesVersion);
    if (!api || minor < api.deprecated)
      return minor <= DEPRECATIONS_KNOWN_UNTIL
        ? PASS
        : notAssessable(
            `what was deprecated after Kubernetes 1.${DEPRECATIONS_KNOWN_UNTIL} is not known to this check`,
          );
    const state =
      minor >= api.removed
        ? `is gone since Kubernetes 1.${api.removed}`
        : `is deprecated and goes with Kubernetes 1.${api.removed}`;
    const message = `${apiVersion} of ${kind} ${state}${successorInWords(api, minor)}`;
    return [{ field: "apiVersion", message }];
  },
});
