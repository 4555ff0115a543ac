import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { programsOf } from "../reading/control-plane-program.ts";
import { isSystemNamespace } from "../reading/namespaced.ts";

const ENFORCE = "pod-security.kubernetes.io/enforce";
const LEVELS = ["privileged", "baseline", "restricted"];

/**
 * Restricted field: the label pod-security.kubernetes.io/enforce of a Namespace.
 * Allowed: baseline, restricted. warn and audit alone stop nothing. Kubernetes' own namespaces need the privileged level.
 */
export const podSecurityAdmissionMissing = check({
  id: "pod-security-admission-missing",
  title: "Namespace enforces no Pod Security Standard",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "pod-security-standards",
  references: ["CIS 5.2.1", "PSS", "k8s checklist", "O22:K04", "O25:K04"],
  escalatesTo: "cloud",
  why: "Without an enforced level the API server takes any pod here: privileged, with the node's file system, in the node's network. Whoever may create a pod in this namespace may then take its node. A review finds such a pod after it ran; admission refuses it before.",
  seeByHand: "kubectl get namespaces -L pod-security.kubernetes.io/enforce,pod-security.kubernetes.io/warn",
  fix: "Label the namespace with warn and audit first, read the warnings of two weeks of deployments, fix or move what violates, then set enforce: baseline, and restricted where it holds. Running pods are not touched; the next rollout of one that violates is refused, so watch the CronJobs that run once a month. What needs the node (agents, storage drivers) gets a namespace of its own.",
  before: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/warn: baseline
`,
  after: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/warn: restricted
`,
  of: "namespace",
  look: (namespace, index) => {
    if (isSystemNamespace(namespace)) return NOT_APPLICABLE;
    const object = index.find("Namespace", "", namespace)?.object;
    if (!object) return notAssessable(`the Namespace object of "${namespace}" is not in the snapshot`);
    const level = object.metadata.labels?.[ENFORCE];
    if (level === "baseline" || level === "restricted") return PASS;
    const field = "metadata.labels";
    if (level === "privileged")
      return [{ field, message: `namespace "${namespace}" enforces the privileged level, which allows everything` }];
    if (level !== undefined)
      return [
        { field, message: `namespace "${namespace}" enforces "${level}", which is none of ${LEVELS.join(", ")}` },
      ];
    // The cluster may have a level for namespaces that say nothing, in a file that the API does not show.
    if (programsOf(index, "kube-apiserver").some(({ flag }) => flag("admission-control-config-file")))
      return notAssessable(
        "the API server reads an admission configuration file, which may set a level for namespaces without a label",
      );
    return [{ field, message: `namespace "${namespace}" has no label ${ENFORCE}` }];
  },
});
