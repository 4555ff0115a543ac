import { check } from "../check.ts";
import { judgeKubelets } from "../reading/kubelet-settings.ts";

/**
 * Restricted: authorization.mode of the kubelet. Unset it is Webhook in a configuration file, and AlwaysAllow where there are flags
 * alone.
 * Allowed: anything but AlwaysAllow.
 */
export const kubeletAuthorizationMode = check({
  id: "kubelet-authorization-mode",
  title: "Kubelet allows every request",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 4.2.2"],
  why: "With AlwaysAllow whoever has any credential that the kubelet accepts may do everything on the node: read logs and environments, and run commands in every pod. No role of the cluster limits it, and no audit log of the API server sees it.",
  seeByHand: "kubectl get --raw /api/v1/nodes/NODE/proxy/configz | jq .kubeletconfig.authorization.mode",
  fix: "Set authorization.mode: Webhook, so that the kubelet asks the API server, and restart it node by node. Grant what calls it directly (monitoring, log shippers) nodes/metrics, nodes/log or nodes/proxy, as little as it needs.",
  before: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
authorization: { mode: AlwaysAllow }
`,
  after: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
authorization: { mode: Webhook }
`,
  of: "cluster",
  look: (index) =>
    judgeKubelets(
      index,
      { path: "authorization.mode", flag: "authorization-mode", unset: "Webhook", unsetByFlags: "AlwaysAllow" },
      (mode, isGiven) => {
        if (mode !== "AlwaysAllow") return null;
        return isGiven ? "the kubelet allows every request" : "the kubelet allows every request unless told otherwise";
      },
    ),
});
