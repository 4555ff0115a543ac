import { check } from "../check.ts";
import { judgeEachKubelet } from "../reading/kubelet-settings.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: tlsCertFile and tlsPrivateKeyFile of the kubelet. Without them it signs its own certificate, unless serverTLSBootstrap lets it
 * ask the cluster for one.
 * Allowed: both files, or serverTLSBootstrap.
 */
export const kubeletTlsCert = check({
  id: "kubelet-tls-cert",
  title: "Kubelet serves with a certificate that it signed itself",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 4.2.9"],
  why: "Nobody can check a certificate that the kubelet made up at its start. The API server therefore talks to whoever answers on the node's address, and hands over what people type into kubectl exec.",
  seeByHand:
    "kubectl get --raw /api/v1/nodes/NODE/proxy/configz | jq '.kubeletconfig | {tlsCertFile, tlsPrivateKeyFile, serverTLSBootstrap}'",
  fix: "Set serverTLSBootstrap: true and approve the requests that the kubelets make (kubectl get csr; an approver that checks names and addresses does it by itself), or bring tlsCertFile and tlsPrivateKeyFile from your own authority. Then give the API server --kubelet-certificate-authority.",
  before: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
authentication: { x509: { clientCAFile: /etc/kubernetes/pki/ca.crt } }
`,
  after: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
serverTLSBootstrap: true
`,
  of: "cluster",
  look: (index) =>
    judgeEachKubelet(index, (read) => {
      const bootstrap = read({ path: "serverTLSBootstrap", flag: "rotate-server-certificates", unset: false });
      if ("value" in bootstrap && switchOf(bootstrap.value) === true) return null;
      const cert = read({ path: "tlsCertFile", flag: "tls-cert-file", unset: "" });
      const key = read({ path: "tlsPrivateKeyFile", flag: "tls-private-key-file", unset: "" });
      if ("unknown" in cert) return cert;
      if ("unknown" in key) return key;
      if (isFile(cert.value) && isFile(key.value)) return null;
      const missing = isFile(cert.value) ? key : cert;
      return { field: missing.field, message: "the kubelet signs its own serving certificate" };
    }),
});

function isFile(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
