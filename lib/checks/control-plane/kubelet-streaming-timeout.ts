import { check } from "../check.ts";
import { secondsOf } from "../reading/duration.ts";
import { judgeKubelets } from "../reading/kubelet-settings.ts";

/**
 * Restricted: streamingConnectionIdleTimeout of the kubelet, four hours unless set. 0 is a fault in a file too: the kubelet takes it
 * for unset there, but whoever wrote it wanted no end. Deprecated since Kubernetes 1.34, where the runtime keeps the sessions
 * (https://github.com/kubernetes/kubernetes/pull/131992).
 * Allowed: anything but 0.
 */
export const kubeletStreamingTimeout = check({
  id: "kubelet-streaming-timeout",
  title: "Idle sessions on the kubelet never end",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 4.2.5"],
  why: "An exec or port-forward session that nobody closes stays open for ever: a shell in a pod that outlives the token it was opened with, and connections that pile up until the node has no ports left.",
  seeByHand: "kubectl get --raw /api/v1/nodes/NODE/proxy/configz | jq .kubeletconfig.streamingConnectionIdleTimeout",
  fix: "Set streamingConnectionIdleTimeout to what your longest honest session needs (5m to 4h) and restart the kubelet. Port-forwards that idle longer break and have to be opened again. Where the runtime keeps the sessions, its own limit counts (stream_idle_timeout of containerd): set it there too.",
  before: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
streamingConnectionIdleTimeout: 0s
`,
  after: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
streamingConnectionIdleTimeout: 30m
`,
  of: "cluster",
  look: (index) =>
    judgeKubelets(
      index,
      { path: "streamingConnectionIdleTimeout", flag: "streaming-connection-idle-timeout", unset: "4h" },
      (timeout) => (secondsOf(timeout) === 0 ? "the kubelet never ends an idle session" : null),
    ),
});
