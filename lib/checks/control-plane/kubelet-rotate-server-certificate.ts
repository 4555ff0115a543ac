import { check } from "../check.ts";
import { judgeEachKubelet } from "../reading/kubelet-settings.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: how the kubelet's serving certificate is renewed: serverTLSBootstrap with the feature gate RotateKubeletServerCertificate, which is
 * on since Kubernetes 1.12.
 * Allowed: both on, or a certificate of one's own (tlsCertFile) with the gate not switched off.
 */
export const kubeletRotateServerCertificate = check({
  id: "kubelet-rotate-server-certificate",
  title: "Kubelet's serving certificate is never renewed",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 4.2.11"],
  why: "A serving certificate that nobody renews ends one day: exec, logs, metrics and webhooks on the node fail at once, and the quick way out is to switch its checking off for good.",
  seeByHand:
    "kubectl get --raw /api/v1/nodes/NODE/proxy/configz | jq '.kubeletconfig | {serverTLSBootstrap, featureGates}'",
  fix: "Set serverTLSBootstrap: true, leave the gate RotateKubeletServerCertificate alone, and approve the requests of the kubelets: by hand at first (kubectl get csr), then by an approver that checks names and addresses. Until a request is approved the kubelet serves nothing over TLS.",
  before: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
featureGates: { RotateKubeletServerCertificate: false }
serverTLSBootstrap: true
`,
  after: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
serverTLSBootstrap: true
`,
  of: "cluster",
  look: (index) =>
    judgeEachKubelet(index, (read) => {
      const gate = read({ path: "featureGates.RotateKubeletServerCertificate", flag: "feature-gates", unset: true });
      if ("value" in gate && gate.isGiven && switchOf(gate.value) === false)
        return { field: gate.field, message: "renewing the kubelet's serving certificate is switched off" };
      const bootstrap = read({ path: "serverTLSBootstrap", flag: "rotate-server-certificates", unset: false });
      if ("unknown" in bootstrap) return bootstrap;
      if (switchOf(bootstrap.value) === true) return null;
      const cert = read({ path: "tlsCertFile", flag: "tls-cert-file", unset: "" });
      if ("value" in cert && typeof cert.value === "string" && cert.value !== "") return null;
      return { field: bootstrap.field, message: "the kubelet's serving certificate is not renewed by the cluster" };
    }),
});
