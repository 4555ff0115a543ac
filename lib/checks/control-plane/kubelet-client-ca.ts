import { check } from "../check.ts";
import { judgeKubelets } from "../reading/kubelet-settings.ts";

/**
 * Restricted: authentication.x509.clientCAFile of the kubelet, unset unless told.
 * Allowed: any file.
 */
export const kubeletClientCa = check({
  id: "kubelet-client-ca",
  title: "Kubelet knows no authority for client certificates",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 4.2.3"],
  why: "Without an authority the kubelet cannot tell the API server's certificate from anybody's. Exec, logs and port-forwarding then either fail or depend on weaker ways to say who is calling.",
  seeByHand: "kubectl get --raw /api/v1/nodes/NODE/proxy/configz | jq .kubeletconfig.authentication.x509",
  fix: "Set authentication.x509.clientCAFile to the cluster's client authority (kubeadm: /etc/kubernetes/pki/ca.crt), put the file on every node and restart the kubelet. The API server must present --kubelet-client-certificate signed by it.",
  before: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
authentication: { x509: {} }
`,
  after: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
authentication: { x509: { clientCAFile: /etc/kubernetes/pki/ca.crt } }
`,
  of: "cluster",
  look: (index) =>
    judgeKubelets(index, { path: "authentication.x509.clientCAFile", flag: "client-ca-file", unset: "" }, (file) =>
      typeof file === "string" && file !== "" ? null : "the kubelet has no authority to check client certificates by",
    ),
});
