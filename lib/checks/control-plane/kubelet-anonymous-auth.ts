import { check } from "../check.ts";
import { judgeKubelets } from "../reading/kubelet-settings.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: authentication.anonymous.enabled of the kubelet. Unset it is off in a configuration file, and on where there are flags
 * alone.
 * Allowed: false.
 */
export const kubeletAnonymousAuth = check({
  id: "kubelet-anonymous-auth",
  title: "Kubelet answers callers without a name",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 4.2.1", "O22:K06", "O25:K09"],
  why: "A kubelet that takes anonymous callers hands its node to whoever reaches port 10250: which pods run, their logs, and, where authorization is open too, a shell in each of them. Worms scan for exactly this port.",
  seeByHand: "kubectl get --raw /api/v1/nodes/NODE/proxy/configz | jq .kubeletconfig.authentication.anonymous",
  fix: "Set authentication.anonymous.enabled: false in the kubelet's configuration, keep webhook and x509 on, and restart it node by node. Monitoring that scraped without a token needs a service account with nodes/metrics.",
  before: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
authentication: { anonymous: { enabled: true } }
`,
  after: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
authentication: { anonymous: { enabled: false }, webhook: { enabled: true } }
`,
  of: "cluster",
  look: (index) =>
    judgeKubelets(
      index,
      { path: "authentication.anonymous.enabled", flag: "anonymous-auth", unset: false, unsetByFlags: true },
      (enabled, isGiven) => {
        if (switchOf(enabled) === false) return null;
        return isGiven
          ? "the kubelet answers anonymous callers"
          : "the kubelet answers anonymous callers unless told not to";
      },
    ),
});
